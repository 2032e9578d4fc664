package io.trainyard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.simulation.LadderComparison.Way;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the ladder is for: a job starts soon after capacity is there, on whatever type, and in the end somebody hears of it. */
class LadderComparisonTest {

    @Test
    void startsAtOnceOnTheSecondTypeWhereTheOtherWaitsForTheFirst() {
        CapacityTrace trace = CapacityTrace.ALL.getFirst();
        assertThat(LadderComparison.ours(trace)).isEqualTo(new Way(java.util.Optional.of(Duration.ZERO), 2));
        assertThat(LadderComparison.before(trace).started())
                .get()
                .satisfies(start -> assertThat(start).isGreaterThan(Duration.ofHours(5)));
    }

    @Test
    void waitsLittleLongerThanItHasTo() {
        for (CapacityTrace trace : CapacityTrace.ALL) {
            Duration there =
                    trace.from().values().stream().min(Duration::compareTo).orElseThrow();
            assertThat(LadderComparison.ours(trace).started())
                    .get()
                    .satisfies(start -> assertThat(start).isLessThanOrEqualTo(there.plus(there.dividedBy(4))));
        }
    }

    @Test
    void callsNoMoreOftenForTwoTypesThanTheOtherForOne() {
        for (CapacityTrace trace : CapacityTrace.ALL) {
            Way other = LadderComparison.before(trace);
            if (other.started().isPresent()) {
                assertThat(LadderComparison.ours(trace).calls())
                        .as(trace.name())
                        .isLessThanOrEqualTo(other.calls());
            }
        }
    }

    @Test
    void startsBeforeTheOtherAfterHours() {
        for (CapacityTrace trace : CapacityTrace.ALL) {
            Duration other = LadderComparison.before(trace).started().orElse(Duration.ofDays(365));
            if (other.compareTo(Duration.ofHours(2)) > 0) {
                assertThat(LadderComparison.ours(trace).started())
                        .as(trace.name())
                        .get()
                        .satisfies(start -> assertThat(start).isLessThan(other));
            }
        }
    }

    @Test
    void givesUpAfter38HoursWhereTheOtherStillWaits() {
        assertThat(LadderComparison.before(CapacityTrace.ALL.getLast()).started())
                .isEmpty();
    }
}
