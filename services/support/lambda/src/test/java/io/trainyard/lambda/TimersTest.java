package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimersTest {

    @Test
    void writesRatesAsSchedulerReadsThem() {
        assertThat(Timers.rate(Duration.ofSeconds(5))).isEqualTo("rate(1 minute)");
        assertThat(Timers.rate(Duration.ofMinutes(1))).isEqualTo("rate(1 minute)");
        assertThat(Timers.rate(Duration.ofMinutes(30))).isEqualTo("rate(30 minutes)");
    }

    @Test
    void writesTimesInWholeSecondsAndNeverEarlier() {
        assertThat(Timers.at(Instant.parse("2026-03-01T10:00:00Z"))).isEqualTo("at(2026-03-01T10:00:00)");
        assertThat(Timers.at(Instant.parse("2026-03-01T10:00:00.000000001Z"))).isEqualTo("at(2026-03-01T10:00:01)");
    }
}
