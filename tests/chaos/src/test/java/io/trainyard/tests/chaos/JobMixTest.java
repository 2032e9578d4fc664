package io.trainyard.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobMixTest {

    @Test
    void holdsTheSharesThatTheRunPromises() {
        var jobs = JobMix.of(300, 1, true);

        assertThat(jobs).hasSize(300);
        assertThat(count(jobs, Fate.ENDPOINT)).isGreaterThanOrEqualTo(60);
        assertThat(count(jobs, Fate.SPOT)).isEqualTo(30);
        assertThat(count(jobs, Fate.CANCELLED)).isEqualTo(15);
        assertThat(count(jobs, Fate.RESUMED)).isEqualTo(15);
        assertThat(jobs.stream().map(PlannedJob::caller).distinct()).hasSize(4);
        assertThat(jobs.stream().map(PlannedJob::name).distinct()).hasSize(300);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(JobMix.of(40, 7, false)).isEqualTo(JobMix.of(40, 7, false)).isNotEqualTo(JobMix.of(40, 8, false));
        assertThat(count(JobMix.of(40, 7, false), Fate.SPOT)).isZero();
    }

    @Test
    void argumentsAreReadAndWrongOnesNamed() {
        var options = Options.parse(List.of("--jobs", "40", "--account-every", "15s", "--limit", "3m", "--keep"));

        assertThat(options.jobs()).isEqualTo(40);
        assertThat(options.accountEvery()).isEqualTo(Duration.ofSeconds(15));
        assertThat(options.limit()).isEqualTo(Duration.ofMinutes(3));
        assertThat(options.keep()).isTrue();
        assertThatThrownBy(() -> Options.parse(List.of("--job", "1"))).hasMessageContaining("unknown argument --job");
        assertThatThrownBy(() -> Options.parse(List.of("--jobs", "many"))).hasMessageContaining("whole number");
        assertThatThrownBy(() -> Options.parse(List.of("--limit", "10"))).hasMessageContaining("30s or 10m");
    }

    private static long count(List<PlannedJob> jobs, Fate fate) {
        return jobs.stream().filter(job -> job.fate() == fate).count();
    }
}
