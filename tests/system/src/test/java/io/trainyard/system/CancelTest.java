package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancel at any moment leaves nothing running, and is said once (B8). */
@ExtendWith(SharedDeployment.class)
class CancelTest {

    private final Deployment deployment;

    CancelTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-accepted", "training-started"})
    void leavesNothingRunningFromWheneverItComes(String after) {
        String data = deployment.aws().upload("datasets/cancel/train.csv", "a,b\n1,2\n");
        var request = NoopJobs.with(NoopJobs.named("cancel-" + after, data), "seconds", "300");
        String jobId = deployment.jobs().submit(request);
        deployment.jobs().awaitEvent(jobId, after);

        deployment.jobs().cancel(jobId);

        deployment.jobs().await(jobId, "CANCELLED");
        Await.until("nothing of the job runs", () -> running(jobId) == 0);
        assertThat(Jobs.events(deployment.jobs().awaitEvent(jobId, "job-cancelled"), "job-cancelled"))
                .hasSize(1);
        assertThat(deployment.jobs().endpoints())
                .noneMatch(endpoint -> endpoint.path("jobId").asText().equals(jobId));
    }

    @Test
    void refusesToCancelWhatIsDecidedWithASentence() {
        String data = deployment.aws().upload("datasets/cancel/train.csv", "a,b\n1,2\n");
        var request = NoopJobs.with(NoopJobs.named("cancel-late", data), "fail-with", "no");
        String jobId = deployment.jobs().submit(request);
        deployment.jobs().await(jobId, "ERROR");

        var answer = deployment.jobs().post("/jobs/" + jobId + "/cancel", "application/json", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Json.read(answer.asString()).path("message").asText()).hasSizeGreaterThan(15);
    }

    private long running(String jobId) {
        return deployment
                .aws()
                .sagemaker()
                .listTrainingJobs(request -> request.nameContains(jobId))
                .trainingJobSummaries()
                .stream()
                .filter(job -> job.trainingJobStatusAsString().matches("InProgress|Stopping"))
                .count();
    }
}
