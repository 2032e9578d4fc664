package io.trainyard.tests.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fast training jobs may be created.
 *
 * @param perSecond whole calls a second
 */
record CreateRate(int perSecond) {

    private static final int SMALLEST_BURST = 4;
    private static final int MINUTE = 60;

    /** From taking the token to the call, on a machine with much to do. */
    private static final int ON_THE_WAY = 5;

    int burst() {
        return Math.max(SMALLEST_BURST, perSecond);
    }

    /** {@code NAME=value}. */
    List<String> settings() {
        return List.of("TRAINYARD_RATES=*=1000/1000,CreateTrainingJob=%d/%d".formatted(perSecond, burst()));
    }

    /** The most creates that any minute may have seen. */
    int mostInAMinute() {
        return perSecond * (MINUTE + ON_THE_WAY) + burst();
    }

    /** How long so many creates take. */
    Duration time(int creates) {
        return Duration.ofSeconds(creates / perSecond);
    }

    /** The most in any minute. */
    static int fastestMinute(List<Instant> sorted) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plusSeconds(MINUTE).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
