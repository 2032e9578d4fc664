package io.trainyard.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * When instances are to be had.
 *
 * @param from the time from which on each type is there
 */
record CapacityTrace(String name, Map<String, Duration> from) {

    static final Duration NEVER = Duration.ofDays(365);

    static final List<CapacityTrace> ALL = List.of(
            trace("second type is free, first after 5 h", Duration.ofHours(5), Duration.ZERO),
            trace("first type after 30 s", Duration.ofSeconds(30), NEVER),
            trace("first type after 10 min", Duration.ofMinutes(10), NEVER),
            trace("first type after 1 h", Duration.ofHours(1), NEVER),
            trace("second type after 3 h, first after 8 h", Duration.ofHours(8), Duration.ofHours(3)),
            trace("first type after 20 h", Duration.ofHours(20), NEVER),
            trace("first type after 40 h", Duration.ofHours(40), NEVER));

    boolean has(String type, Duration at) {
        return at.compareTo(from.getOrDefault(type, NEVER)) >= 0;
    }

    private static CapacityTrace trace(String name, Duration first, Duration second) {
        return new CapacityTrace(name, Map.of("first", first, "second", second));
    }
}
