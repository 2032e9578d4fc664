package io.trainyard.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Where a run's luck comes from: the same seed, the same run. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** True once in {@code n} times; never for 0. */
    boolean oneIn(int n) {
        return n > 0 && random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    long number() {
        return random.nextLong();
    }

    /** A duration up to this one, to the millisecond. */
    Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
