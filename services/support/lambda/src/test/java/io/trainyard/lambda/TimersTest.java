package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimersTest {

    @Test
    void writesRatesAsSchedulerReadsThem() {
        assertThat(Timers.rate(Duration.ofSeconds(5))).isEqualTo("rate(1 minute)");
        assertThat(Timers.rate(Duration.ofMinutes(1))).isEqualTo("rate(1 minute)");
        assertThat(Timers.rate(Duration.ofMinutes(30))).isEqualTo("rate(30 minutes)");
    }
}
