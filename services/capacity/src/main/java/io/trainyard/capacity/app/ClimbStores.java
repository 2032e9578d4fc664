package io.trainyard.capacity.app;

import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * What a climb needs of the world.
 *
 * @param jitter draws evenly from [0, 1)
 */
public record ClimbStores(
        Climbs climbs, ClimbTimers timers, Quotas quotas, EventBus bus, Clock clock, DoubleSupplier jitter) {

    public ClimbStores {
        Objects.requireNonNull(climbs, "climbs");
        Objects.requireNonNull(timers, "timers");
        Objects.requireNonNull(quotas, "quotas");
        Objects.requireNonNull(bus, "bus");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(jitter, "jitter");
    }
}
