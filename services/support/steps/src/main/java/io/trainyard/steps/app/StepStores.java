package io.trainyard.steps.app;

import io.trainyard.events.StandingFact;
import io.trainyard.pace.Pace;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.StepSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What every launching service needs around its work: rows, bus, timers, time, and the pace of its calls. */
public record StepStores(
        Attempts attempts, EventBus bus, StepTimers timers, Clock clock, StepSettings settings, Pace pace) {

    public StepStores {
        Objects.requireNonNull(attempts, "attempts");
        Objects.requireNonNull(bus, "bus");
        Objects.requireNonNull(timers, "timers");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(pace, "pace");
    }

    /** Without a limit to the pace of its calls. */
    public StepStores(Attempts attempts, EventBus bus, StepTimers timers, Clock clock, StepSettings settings) {
        this(attempts, bus, timers, clock, settings, Pace.UNLIMITED);
    }

    void setTimer(Attempt attempt) {
        Instant first = clock.instant().plus(settings.firstCheck());
        timers.set(attempt.key(), first, attempt.until().plus(StepSettings.KEPT));
    }

    void say(Attempt attempt, StandingFact fact) {
        bus.say(List.of(new Sayings(clock).standing(attempt, fact)));
    }

    void say(Attempt attempt, Outcome outcome) {
        bus.say(new Sayings(clock).outcome(attempt, outcome));
    }
}
