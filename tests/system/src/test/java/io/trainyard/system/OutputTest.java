package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on: JSON and exit statuses of the command line. */
@ExtendWith(SharedDeployment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutputTest {

    private final Deployment deployment;
    private String jobId = "";

    OutputTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @BeforeAll
    void aJobServes() {
        var data = deployment.aws().upload("datasets/output/train.csv", "a,b\n1,2\n");
        jobId = deployment.jobs().submit(NoopJobs.named("output", data));
        deployment.jobs().awaitEvent(jobId, "job-completed");
    }

    @Test
    void commandsWriteJson() {
        assertThat(Json.texts(json("jobs").path("jobs"), "jobId")).contains(jobId);
        assertThat(Json.texts(json("endpoints").path("endpoints"), "jobId")).contains(jobId);
        assertThat(json("status").path("running").asBoolean()).isTrue();
        assertThat(json("events", jobId).path("tree").path(0).path("name").asText())
                .isEqualTo("job-requested");
        var job = json("job", jobId);
        assertThat(Jobs.history(job)).startsWith("TRAINING_MODEL").endsWith("READY");
        assertThat(job.path("artifacts").has("endpointArn")).isTrue();
        assertThat(Json.texts(job.path("events"), "name")).contains("job-accepted", "job-completed");
        assertThat(json("predict", "output", "1").path("predictions").isArray()).isTrue();
    }

    @Test
    void anUnknownJobIsRefused() {
        var ended = deployment.trainyard("job", "nobody");

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("nobody");
    }

    @Test
    void whereNoAccountRunsNothingAnswers(@TempDir Path elsewhere) {
        var ended = Launcher.trainyard(elsewhere, "jobs");

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err()).contains(elsewhere.toString(), "./trainyard up");
    }

    @Test
    void aFileThatIsNoJobIsWrongInput(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("job.json"), "{\"name\": ");

        var ended = deployment.trainyard("submit", file.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("job.json");
    }

    private com.fasterxml.jackson.databind.JsonNode json(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.addAll(java.util.List.of("--output", "json"));
        return deployment.trainyard(all.toArray(String[]::new)).well().json();
    }
}
