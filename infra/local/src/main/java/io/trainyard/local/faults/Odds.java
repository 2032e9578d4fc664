package io.trainyard.local.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often and when a fault strikes.
 *
 * @param rate the share of matching occasions, 0 to 1
 * @param skip how many matching occasions go well first: {@code skip: 4, times: 1} strikes at the fifth
 * @param times how often it strikes at most; empty for ever
 * @param after how long after it was set it begins
 * @param lasts how long it is in force from then on; empty until it is cleared
 */
public record Odds(double rate, long skip, Optional<Long> times, Duration after, Optional<Duration> lasts) {

    public static final Odds ALWAYS = new Odds(1, 0, Optional.empty(), Duration.ZERO, Optional.empty());

    public Odds {
        if (rate < 0 || rate > 1) {
            throw new IllegalArgumentException("rate must be from 0 to 1, not " + rate);
        }
        if (skip < 0 || times.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("skip must not be negative, and times at least 1");
        }
    }

    /** Whether it strikes at every matching occasion while it is in force. */
    boolean always() {
        return rate >= 1 && skip == 0 && times.isEmpty();
    }

    /** Whether the fault, set then, is in force now. */
    boolean inForce(Instant set, Instant now) {
        var begins = set.plus(after);
        return !now.isBefore(begins)
                && lasts.map(begins::plus).filter(end -> !now.isBefore(end)).isEmpty();
    }
}
