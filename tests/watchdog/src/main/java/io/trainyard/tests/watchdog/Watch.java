package io.trainyard.tests.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The timer of a step.
 *
 * @param first how long after the claim it fires first
 * @param every and then
 */
record Watch(Duration first, Duration every) {

    /** The timer is set before the create that the ledger tells of: so much before it at most. */
    private static final Duration EARLIER = Duration.ofSeconds(20);

    /** {@code NAME=value}. */
    List<String> settings() {
        return List.of("TRAINYARD_FIRST_CHECK=" + first, "TRAINYARD_CHECK_EVERY=" + every);
    }

    /** How often it can have fired. */
    long ticks(Instant created, Instant until) {
        Duration since = Duration.between(created.minus(EARLIER).plus(first), until);
        return since.isNegative() ? 0 : 1 + since.dividedBy(every);
    }

    /** Whether it cannot have fired. */
    boolean inFirstInterval(Instant created, Instant at) {
        return ticks(created, at) == 0;
    }
}
