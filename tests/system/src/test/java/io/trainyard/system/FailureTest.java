package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job that fails says so once, in its record and in one notice, with what a person can do (A13). */
@ExtendWith(SharedDeployment.class)
class FailureTest {

    private final Deployment deployment;
    private final Jobs jobs;

    FailureTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    @Test
    void aFailedTrainingIsRecordedAndNoticedOnce() {
        var data = deployment.aws().upload("datasets/failure/train.csv", "a,b\n1,2\n");
        var jobId =
                jobs.submit(NoopJobs.with(NoopJobs.named("failure-noop", data), "fail-with", "the moon was not full"));

        failsOnce(jobId, "the moon was not full");
    }

    @Test
    void textInANumberIsNamedByRowAndColumn() {
        var rows = new StringBuilder("size,weight\n");
        for (int row = 1; row <= 40; row++) {
            rows.append(row == 17 ? "enormous" : row)
                    .append(',')
                    .append(2 * row)
                    .append('\n');
        }
        var data = deployment.aws().upload("datasets/failure/text.csv", rows.toString());

        failsOnce(jobs.submit(realTraining("failure-text", data)), "size", "enormous", "18");
    }

    private void failsOnce(String jobId, String... says) {
        jobs.awaitEvent(jobId, "job-failed");
        var record = jobs.await(jobId, "ERROR");
        assertThat(Jobs.events(record, "job-failed")).hasSize(1);
        assertThat(record.path("error").asText()).isEqualTo("training-failed");
        assertThat(record.path("errorCause").asText()).contains(says);

        Await.until("the notice comes", () -> !deployment.notices(jobId).isEmpty());
        assertThat(deployment.notices(jobId)).singleElement().satisfies(notice -> {
            assertThat(notice).contains(says).contains("job: " + jobId, "step: train", "class: caller", "nextAction: ");
            System.out.println(notice);
        });
        assertThat(jobs.predict(jobId, "text/csv", "1\n").statusCode()).isEqualTo(409);
    }

    private static ObjectNode realTraining(String name, String data) {
        var request = NoopJobs.named(name, data).put("image", "trainyard/trainer");
        var hyperparameters = request.withObject("/training/hyperparameters");
        hyperparameters.remove("seconds");
        hyperparameters.put("target", "weight").put("task", "regression").put("epochs", "2");
        return request;
    }
}
