package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** A job that is cancelled leaves nothing that costs, whenever the cancel comes (B8). */
@ExtendWith(SharedDeployment.class)
class CancelTest {

    private final Deployment deployment;
    private final Jobs jobs;

    CancelTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    @AfterEach
    void trainingIsFed() {
        deployment.aws().feed("training", true);
    }

    @Test
    void theCancelMeetsTheReleaseInTheQueueOfTraining() {
        deployment.aws().feed("training", false);
        var jobId = jobs.submit(lasting("cancel-queued"));
        jobs.awaitEvent(jobId, "job-accepted");
        jobs.cancel(jobId);
        jobs.awaitEvent(jobId, "job-cancel-requested");
        deployment.aws().feed("training", true);

        leavesNothing(jobId);
    }

    @Test
    void theCancelComesRightAfterTheRequest() {
        var ids = IntStream.rangeClosed(1, 3)
                .parallel()
                .mapToObj(n -> {
                    var jobId = jobs.submit(lasting("cancel-at-once-" + n));
                    jobs.cancel(jobId);
                    return jobId;
                })
                .toList();

        ids.forEach(this::leavesNothing);
    }

    @Test
    void theCancelStopsATrainingThatRuns() {
        var jobId = jobs.submit(lasting("cancel-running"));
        Await.until(
                "the training runs",
                () -> training(jobId).stream().anyMatch(it -> it.trainingJobStatus() == TrainingJobStatus.IN_PROGRESS));
        jobs.cancel(jobId);

        leavesNothing(jobId);
        assertThat(training(jobId))
                .extracting(TrainingJobSummary::trainingJobStatus)
                .containsExactly(TrainingJobStatus.STOPPED);
    }

    private void leavesNothing(String jobId) {
        jobs.await(jobId, "CANCELLED");
        Await.until(
                "no training of the job runs",
                () -> training(jobId),
                all -> all.stream()
                        .noneMatch(it -> it.trainingJobStatus() == TrainingJobStatus.IN_PROGRESS
                                || it.trainingJobStatus() == TrainingJobStatus.STOPPING));
        assertThat(deployment
                        .aws()
                        .sagemaker()
                        .listEndpoints(list -> list.nameContains(jobId))
                        .endpoints())
                .isEmpty();
        var record = jobs.awaitEvent(jobId, "job-cancelled");
        assertThat(Jobs.events(record, "job-cancelled")).hasSize(1);
        assertThat(Json.texts(record.path("events"), "name")).doesNotContain("job-completed", "job-failed");
        assertThat(deployment.notices(jobId)).isEmpty();
    }

    private List<TrainingJobSummary> training(String jobId) {
        return deployment
                .aws()
                .sagemaker()
                .listTrainingJobs(list -> list.nameContains(jobId))
                .trainingJobSummaries();
    }

    private com.fasterxml.jackson.databind.JsonNode lasting(String name) {
        var data = deployment.aws().upload("datasets/cancel/train.csv", "a,b\n1,2\n");
        return NoopJobs.with(NoopJobs.named(name, data), "seconds", "300");
    }
}
