package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A failed job goes on where it failed (E11): what is done is not done, and not paid for, again. */
@ExtendWith(SharedDeployment.class)
class ResumeTest {

    private final Deployment deployment;
    private final Jobs jobs;

    ResumeTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    @Test
    void aThreeStepJobThatFailedInItsLastStepIsResumedWithoutRetraining() {
        var jobId = jobs.submit(threeSteps());
        jobs.await(jobId, "ERROR");
        var before = trainings(jobId);
        assertThat(before).hasSize(2);

        deployment
                .trainyard("job", jobId, "--resume", "--set", "model.gate.atLeast=0.1")
                .well();
        var record = Await.until(
                "run 2 ends",
                () -> jobs.record(jobId),
                it -> it.path("run").asInt() == 2 && it.path("status").asText().equals("COMPLETED"));

        assertThat(trainings(jobId)).as("no retraining").containsExactlyInAnyOrderElementsOf(before);
        List<String> models = models(jobId);
        System.out.printf(
                "trainings %s, models %s, %s%n",
                before, models, record.path("status").asText());
        assertThat(models).as("one new attempt, of the failed step").hasSize(1);
        assertThat(models.getFirst()).endsWith("-model-2-1");
    }

    private List<String> trainings(String jobId) {
        return deployment
                .aws()
                .sagemaker()
                .listTrainingJobs(list -> list.nameContains(jobId))
                .trainingJobSummaries()
                .stream()
                .map(job -> job.trainingJobName())
                .toList();
    }

    private List<String> models(String jobId) {
        return deployment.aws().sagemaker().listModels(list -> list.nameContains(jobId)).models().stream()
                .map(model -> model.modelName())
                .toList();
    }

    private JsonNode threeSteps() {
        var data = deployment.aws().upload("datasets/resume/train.csv", "a,b\n1,2\n");
        return Json.read("""
                {"name": "resume-three", "idempotencyKey": "resume-three", "mode": "graph", "image": "trainyard/noop",
                 "steps": [
                  {"step": "first", "kind": "training",
                   "spec": {"channels": {"train": "%1$s"}, "hyperparameters": {"seconds": "0"}}},
                  {"step": "second", "kind": "training", "after": ["first"],
                   "spec": {"channels": {"train": "%1$s"}, "hyperparameters": {"seconds": "0", "accuracy": "0.5"}}},
                  {"step": "model", "kind": "model", "after": ["second"],
                   "spec": {"gate": {"metric": "validation:accuracy", "atLeast": 0.99}}}]}""".formatted(data));
    }
}
