package io.trainyard.local.events;

import java.util.random.RandomGenerator;

/** Decides which events of AWS services are delivered twice, because AWS says that it does. */
public final class Duplicates {

    private final RandomGenerator random;
    private final double rate;

    /**
     * Duplicates at random.
     *
     * @param rate the share of events that come twice, 0 to 1; a twentieth by default
     */
    public Duplicates(RandomGenerator random, double rate) {
        if (rate < 0 || rate > 1) {
            throw new IllegalArgumentException("the rate of duplicated events must be 0 to 1, not " + rate);
        }
        this.random = random;
        this.rate = rate;
    }

    synchronized int copies() {
        return random.nextDouble() < rate ? 2 : 1;
    }
}
