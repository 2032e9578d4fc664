package io.trainyard.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RecurrenceProperties {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void firesAtTheFirstMultipleOfTheRateThatHasNotPassed(
            @ForAll @IntRange(min = 1, max = 1_000) int minutes,
            @ForAll @LongRange(min = -100_000, max = 10_000_000) long secondsLater) {
        var rate = Recurrence.parse("rate(" + minutes + " minutes)", "UTC");
        var from = START.plusSeconds(secondsLater);

        var next = rate.next(START, from).orElseThrow();

        assertThat(next).isAfterOrEqualTo(from).isAfterOrEqualTo(START);
        assertThat(Duration.between(START, next).toSeconds() % (minutes * 60L)).isZero();
        assertThat(Duration.between(from.isBefore(START) ? START : from, next)).isLessThan(Duration.ofMinutes(minutes));
    }

    @Property
    void firesOnceAndNeverAfter(@ForAll @LongRange(min = -1_000, max = 1_000) long secondsLater) {
        var once = Recurrence.parse("at(2026-01-01T01:00:00)", "Europe/Berlin");

        assertThat(once.next(START, START.plusSeconds(secondsLater)).isPresent())
                .isEqualTo(secondsLater <= 0);
    }
}
