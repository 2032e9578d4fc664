package io.trainyard.pace;

import java.time.Duration;

/**
 * How fast one API family may be called.
 *
 * @param perSecond tokens that come every second
 * @param burst tokens that a bucket holds, and begins with
 */
public record Rate(double perSecond, int burst) {

    private static final double NANOS = 1_000_000_000;

    public Rate {
        if (!(perSecond > 0 && perSecond <= 1_000)) {
            throw new IllegalArgumentException(
                    "calls per second must be more than 0 and at most 1000, got " + perSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("the burst must be 1 or more calls, got " + burst);
        }
    }

    /** How long so many tokens take to come. */
    Duration time(double tokens) {
        return Duration.ofNanos((long) Math.ceil(tokens / perSecond * NANOS));
    }

    /** How many tokens come in that time. */
    double tokens(Duration time) {
        return time.isNegative() ? 0 : time.toNanos() / NANOS * perSecond;
    }
}
