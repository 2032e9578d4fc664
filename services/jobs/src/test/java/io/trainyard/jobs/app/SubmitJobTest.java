package io.trainyard.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.fakes.InMemoryBus;
import io.trainyard.jobs.domain.PendingJob;
import io.trainyard.jobs.domain.Quota;
import io.trainyard.jobs.domain.Submitted;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.app.InMemoryDatasets;
import io.trainyard.requests.app.SampleRequests;
import io.trainyard.requests.domain.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How many jobs a caller gets. */
class SubmitJobTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemoryPendingJobs pending = new InMemoryPendingJobs();
    private final InMemoryDatasets datasets = SampleRequests.datasets();
    private final InMemoryBus bus = new InMemoryBus();
    private final SubmitJob submit = new SubmitJob(
            new SubmitJob.Sender("ty-test", "123456789012", "trainyard.jobs", new Quota(3)),
            new ExamineRequest(Limits.shipped(), datasets),
            pending,
            new InMemoryJobRecords(),
            bus,
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void takesAsManyJobsOfOneCallerAsItsQuotaAndKeepsAndSaysNoMore() {
        asked("old", NOON.minus(HOUR));
        asked("first", NOON.minusSeconds(3500));
        asked("second", NOON.minusSeconds(5));

        assertThat(submit("ann", "third")).isInstanceOf(Submitted.Taken.class);
        assertThat(submit("ann", "fourth"))
                .isEqualTo(new Submitted.OverQuota(
                        3, 3, NOON, NOON.minusSeconds(3500).plus(HOUR)));

        assertThat(bus.said()).hasSize(1);
        assertThat(pending.of("ann")).hasSize(4);
    }

    @Test
    void looksForNoDataSetOfWhoIsOverTheQuotaAndCountsNoRefusedRequest() {
        for (int request = 0; request < 5; request++) {
            assertThat(submit.submit(
                            "ann", "bad" + request, SampleRequests.train().put("name", "-")))
                    .isInstanceOf(Submitted.Refused.class);
        }
        submit("ann", "first");
        submit("ann", "second");
        submit("ann", "third");
        int looks = datasets.looks();

        assertThat(submit("ann", "fourth")).isInstanceOf(Submitted.OverQuota.class);
        assertThat(datasets.looks()).isEqualTo(looks);
    }

    @Test
    void countsEachCallerByItself() {
        asked("first", NOON);
        asked("second", NOON);
        asked("third", NOON);

        assertThat(submit("ann", "fourth")).isInstanceOf(Submitted.OverQuota.class);
        assertThat(submit("bob", "fourth")).isInstanceOf(Submitted.Taken.class);
    }

    @Test
    void answersTheSameKeyAgainThoughTheQuotaIsUsedUp() {
        Submitted job = submit("ann", "key");
        submit("ann", "other");
        submit("ann", "another");

        assertThat(submit("ann", "key")).isEqualTo(job);
        assertThat(submit("ann", "new")).isInstanceOf(Submitted.OverQuota.class);
    }

    @Test
    void waitsUntilFewEnoughAreLeftWhereMoreGotThrough() {
        for (int second = 1; second <= 5; second++) {
            asked("job" + second, NOON.minusSeconds(second));
        }

        assertThat(submit("ann", "next"))
                .isEqualTo(
                        new Submitted.OverQuota(3, 5, NOON, NOON.minusSeconds(3).plus(HOUR)));
    }

    @Test
    void aQuotaOfNothingIsRefused() {
        assertThatThrownBy(() -> new Quota(0)).hasMessageContaining("set TRAINYARD_JOBS_QUOTA to 1 or more");
    }

    private void asked(String jobId, Instant at) {
        pending.keep(new PendingJob(jobId, "ann", "hash", "penguins", at, true));
    }

    private Submitted submit(String caller, String key) {
        return submit.submit(caller, key, SampleRequests.train());
    }
}
