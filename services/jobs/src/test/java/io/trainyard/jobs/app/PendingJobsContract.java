package io.trainyard.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.jobs.domain.PendingJob;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of pending jobs has to do; run on the fake and on the adapter. */
public abstract class PendingJobsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    /** An empty store. */
    protected abstract PendingJobs pending();

    @Test
    void keepsAJobOnce() {
        PendingJobs pending = pending();
        var job = new PendingJob("job1", "hash", "penguins", NOON, false);

        assertThat(pending.keep(job)).isTrue();
        assertThat(pending.keep(new PendingJob("job1", "other", "name", NOON, false)))
                .isFalse();
        assertThat(pending.find("job1")).contains(job);
        assertThat(pending.find("job2")).isEmpty();
    }

    @Test
    void remembersThatAJobIsSaid() {
        PendingJobs pending = pending();
        var job = new PendingJob("job1", "hash", "penguins", NOON, false);
        pending.keep(job);
        pending.said("job1");
        assertThat(pending.find("job1")).contains(job.marked());
    }
}
