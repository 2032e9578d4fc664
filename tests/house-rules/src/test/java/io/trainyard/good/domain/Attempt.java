package io.trainyard.good.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** Keeps every rule: told the time, seeded. Its name holds Base only inside another word: see Baseline. */
public record Attempt(Instant at, int number) {

    static Attempt drawn(Clock clock, long seed) {
        return new Attempt(Instant.now(clock), new Random(seed).nextInt());
    }

    /** Not Base. */
    record Baseline(double value) {}
}
