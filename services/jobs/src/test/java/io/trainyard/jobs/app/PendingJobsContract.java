package io.trainyard.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.jobs.domain.PendingJob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of pending jobs has to do; run on the fake and on the adapter. */
public abstract class PendingJobsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    /** An empty store. */
    protected abstract PendingJobs pending();

    @Test
    void keepsAJobOnce() {
        PendingJobs pending = pending();
        var job = job("job1", "ann", NOON);

        assertThat(pending.keep(job)).isTrue();
        assertThat(pending.keep(new PendingJob("job1", "bob", "other", "name", NOON, false)))
                .isFalse();
        assertThat(pending.find("job1")).contains(job);
        assertThat(pending.find("job2")).isEmpty();
    }

    @Test
    void remembersThatAJobIsSaid() {
        PendingJobs pending = pending();
        var job = job("job1", "ann", NOON);
        pending.keep(job);
        pending.said("job1");
        assertThat(pending.find("job1")).contains(job.marked());
    }

    @Test
    void listsTheJobsOfACallerNewestFirst() {
        PendingJobs pending = pending();
        pending.keep(job("job1", "ann", NOON));
        // Times of fewer digits than others must not stand out of line.
        pending.keep(job("job2", "ann", NOON.truncatedTo(ChronoUnit.SECONDS)));
        pending.keep(job("job3", "bob", NOON.plusMillis(1)));
        pending.keep(job("job4", "ann", NOON.plusMillis(2)));

        assertThat(pending.of("ann")).containsExactly("job4", "job1", "job2");
        assertThat(pending.of("bob")).containsExactly("job3");
        assertThat(pending.of("an")).isEmpty();
    }

    @Test
    void tellsWhenACallerAskedForItsJobsSinceATime() {
        PendingJobs pending = pending();
        pending.keep(job("job1", "ann", NOON));
        pending.keep(job("job2", "ann", NOON.plusNanos(1)));
        pending.keep(job("job3", "bob", NOON.plusSeconds(1)));
        pending.keep(job("job4", "ann", NOON.plusSeconds(2)));

        assertThat(pending.asked("ann", NOON)).containsExactly(NOON.plusSeconds(2), NOON.plusNanos(1));
        assertThat(pending.asked("ann", NOON.plusSeconds(2))).isEmpty();
    }

    @Test
    void listsMoreJobsThanOnePageHolds() {
        PendingJobs pending = pending();
        IntStream.range(0, 230).forEach(n -> pending.keep(job("job" + n, "ann", NOON.plusSeconds(n))));

        assertThat(pending.of("ann")).hasSize(230).startsWith("job229").endsWith("job0");
    }

    private static PendingJob job(String jobId, String caller, Instant createdAt) {
        return new PendingJob(jobId, caller, "hash", "penguins", createdAt, false);
    }
}
