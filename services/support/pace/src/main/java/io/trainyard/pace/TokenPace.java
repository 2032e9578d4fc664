package io.trainyard.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes tokens from shared buckets. Whoever handles messages, one after the other, brackets each with {@link #during}: a handler is
 * refused at its first call or not at all, because one that is sent back halfway begins again and never comes to its end.
 */
public final class TokenPace implements Pace {

    private static final int TRIES = 20;

    /** Whoever lost every race for the bucket comes back a little later. */
    private static final Duration BUSY = Duration.ofSeconds(3);

    private final Buckets buckets;
    private final Rates rates;
    private final Clock clock;
    private boolean begun = true;

    public TokenPace(Buckets buckets, Rates rates, Clock clock) {
        this.buckets = buckets;
        this.rates = rates;
        this.clock = clock;
    }

    /** The time that it goes by. */
    public Clock clock() {
        return clock;
    }

    /** Handles one message. */
    public void during(Runnable handler) {
        boolean outer = begun;
        begun = false;
        try {
            handler.run();
        } finally {
            begun = outer;
        }
    }

    @Override
    public void take(String family, String caller) {
        Rate rate = rates.rate(family);
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            Bucket.Asked asked = bucket(family, rate, now).ask(caller, rate, now);
            if (buckets.put(family, asked.bucket())) {
                if (!asked.delay().isZero()) {
                    throw new NoToken(family, asked.delay());
                }
                begun = true;
                return;
            }
        }
        throw new NoToken(family, BUSY);
    }

    /**
     * Takes the token for a call in the middle of a handler: as {@link #take} where it is the handler's first. Later ones go through and
     * are made up for by whoever asks next.
     */
    public void call(String family) {
        if (!begun) {
            take(family, "");
            return;
        }
        Rate rate = rates.rate(family);
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            if (buckets.put(family, bucket(family, rate, now).charge(rate, now))) {
                return;
            }
        }
    }

    private Bucket bucket(String family, Rate rate, Instant now) {
        return buckets.find(family).orElseGet(() -> Bucket.full(rate, now));
    }
}
