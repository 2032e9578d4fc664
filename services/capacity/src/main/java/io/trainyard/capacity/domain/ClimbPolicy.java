package io.trainyard.capacity.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a step may wait for an instance. Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): each wait is drawn
 * evenly between the shortest and the bound of its round, so that jobs refused together do not come back together.
 *
 * @param shortest no wait is shorter
 * @param base the bound of the first wait
 * @param growth by which the bound is multiplied each round: 1.25 keeps a wait well below half of what was waited before
 * @param cap no wait is longer
 * @param longest all waits together, from the first refusal on; the run's deadline may come first
 * @param spotTries how often spot is tried before only on-demand is
 */
public record ClimbPolicy(
        Duration shortest, Duration base, double growth, Duration cap, Duration longest, int spotTries) {

    public ClimbPolicy {
        Objects.requireNonNull(shortest, "shortest");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(longest, "longest");
        if (!(growth >= 1)) {
            throw new IllegalArgumentException(
                    "growth must be at least 1, not " + growth + ": waits never get shorter");
        }
    }

    /** Waits of 2 to 8 s at first, a quarter longer each round, at most 2 hours, 3 days in all; spot 6 times. */
    public static ClimbPolicy defaults() {
        return new ClimbPolicy(
                Duration.ofSeconds(2), Duration.ofSeconds(8), 1.25, Duration.ofHours(2), Duration.ofDays(3), 6);
    }

    /**
     * The wait after a round.
     *
     * @param round 1 for the first
     * @param drawn evenly from [0, 1)
     */
    public Duration waitAfter(int round, double drawn) {
        double most = Math.min(cap.toMillis(), base.toMillis() * Math.pow(growth, round - 1.0));
        double least = Math.min(shortest.toMillis(), most);
        return Duration.ofMillis((long) (least + drawn * (most - least)));
    }
}
