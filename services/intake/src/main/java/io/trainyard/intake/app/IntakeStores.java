package io.trainyard.intake.app;

import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.Objects;

/** What intake needs around it: rows, timers, bus, time. */
public record IntakeStores(Runs runs, Refusals refusals, DeadlineTimers timers, EventBus bus, Clock clock) {

    public IntakeStores {
        Objects.requireNonNull(runs, "runs");
        Objects.requireNonNull(refusals, "refusals");
        Objects.requireNonNull(timers, "timers");
        Objects.requireNonNull(bus, "bus");
        Objects.requireNonNull(clock, "clock");
    }
}
