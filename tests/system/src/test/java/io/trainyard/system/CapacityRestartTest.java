package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job that waits for an instance says so, outlives a kill of the account, and starts once there is one (E6). */
class CapacityRestartTest {

    private static final List<String> TYPES = List.of("ml.c5.xlarge", "ml.c5.2xlarge");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /** Every wait has this length. */
    private static final Duration WAIT = Duration.ofSeconds(15);

    /** Schedules know whole seconds: a timer may be early by the rest of one. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aWaitOutlivesAKillAndEndsWhenAskedOrAtItsTimer() {
        try (var deployment = Deployment.start(
                "TRAINYARD_CAPACITY_SHORTEST=" + WAIT,
                "TRAINYARD_CAPACITY_BASE=" + WAIT,
                "TRAINYARD_CAPACITY_CAP=" + WAIT)) {
            new InstanceFaults(deployment, TYPES).noCapacityAtAll();
            var asked = submit(deployment, "asked");
            var left = submit(deployment, "left-alone");
            assertThatItTellsWhy(deployment, asked);
            deployment.jobs().awaitEvent(left, "job-delayed");

            deployment.kill();
            deployment.upAgain();

            // The timers are still there: both have tried in vain once more.
            awaitDelays(deployment, left, 2);
            // Just parked again, so that its wait cannot end by itself before it is asked to.
            awaitDelays(deployment, asked, Math.max(2, delays(deployment, asked) + 1));
            new InstanceFaults(deployment, TYPES).clear();
            assertThat(deployment.trainyard("job", asked, "--retry-now").well().out())
                    .contains(asked);
            deployment.jobs().await(asked, "READY");
            deployment.jobs().await(left, "READY");

            assertThat(between(deployment, asked, "job-retry-requested", "training-started"))
                    .isLessThan(AT_ONCE);
            assertThat(between(deployment, left, "job-delayed", "training-started"))
                    .isGreaterThan(WAIT.minus(SECOND));
        }
    }

    private static void assertThatItTellsWhy(Deployment deployment, String jobId) {
        var waiting = deployment
                .jobs()
                .awaitEvent(jobId, "job-delayed")
                .path("waiting")
                .path(0);
        assertThat(waiting.path("step").asText()).isEqualTo("train");
        assertThat(waiting.path("reason").asText()).contains("CapacityError");
        assertThat(Instant.parse(waiting.path("nextTryAt").asText()))
                .isBefore(Instant.now().plus(WAIT));
        assertThat(deployment.trainyard("job", jobId).well().out())
                .containsSubsequence("waiting: train", "CapacityError", "next try", TYPES.get(0), "no capacity");
    }

    private static void awaitDelays(Deployment deployment, String jobId, long times) {
        Await.until(jobId + " has waited " + times + " times", () -> delays(deployment, jobId) >= times);
    }

    private static long delays(Deployment deployment, String jobId) {
        return Jobs.events(deployment.jobs().record(jobId), "job-delayed").count();
    }

    /** The time between the last events of these names. */
    private static Duration between(Deployment deployment, String jobId, String from, String to) {
        var record = deployment.jobs().record(jobId);
        return Duration.between(last(record, from), last(record, to));
    }

    private static Instant last(JsonNode record, String name) {
        return Jobs.events(record, name)
                .map(event -> Instant.parse(event.path("at").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static String submit(Deployment deployment, String name) {
        var data = deployment.aws().upload("datasets/capacity/train.csv", "a,b\n1,2\n");
        var request = NoopJobs.named(name, data);
        TYPES.forEach(request.withObject("/training").withArray("instanceTypes")::add);
        return deployment.jobs().submit(request);
    }
}
