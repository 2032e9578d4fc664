package io.trainyard.capacity.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a step may wait for an instance. Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): each wait is drawn
 * evenly between the shortest and the bound of its round, so that jobs refused together do not come back together.
 *
 * @param shortest no wait is shorter
 * @param base the bound of the first wait; each round doubles it
 * @param cap no wait is longer
 * @param longest all waits together, from the first refusal on; the run's deadline may come first
 * @param spotTries how often spot is tried before only on-demand is
 */
public record ClimbPolicy(Duration shortest, Duration base, Duration cap, Duration longest, int spotTries) {

    private static final int MOST_DOUBLINGS = 30;

    public ClimbPolicy {
        Objects.requireNonNull(shortest, "shortest");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(longest, "longest");
    }

    /** Waits of 5 s to a minute at first, at most 15 minutes later, 3 days in all; spot 6 times. */
    public static ClimbPolicy defaults() {
        return new ClimbPolicy(
                Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofDays(3), 6);
    }

    /**
     * The wait after a round.
     *
     * @param round 1 for the first
     * @param drawn evenly from [0, 1)
     */
    public Duration waitAfter(int round, double drawn) {
        long bound = base.toMillis() << Math.min(round - 1, MOST_DOUBLINGS);
        long most = bound <= 0 ? cap.toMillis() : Math.min(cap.toMillis(), bound);
        long least = Math.min(shortest.toMillis(), most);
        return Duration.ofMillis(least + (long) (drawn * (most - least)));
    }
}
