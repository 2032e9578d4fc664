package io.trainyard.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's entry point as real processes: signals, exit codes, and answers that match the training. */
class ContainerProcessTest {

    private static final int TERMINATED = 143;

    private final ContainerImage image = ContainerImage.read();

    @TempDir
    Path folder;

    @Test
    void trainsAndThenServesTheShippedClassification() throws Exception {
        ContainerFolder container = penguins();
        try (ContainerProcess train = start("train", Map.of())) {
            assertThat(train.exitCode()).as(train.output()).isZero();
            assertThat(train.output()).contains("\nfinal epochs=");
        }
        try (ContainerProcess serve = start("serve", Map.of("TRAINYARD_MODEL_VERSION", "penguins/7"))) {
            URI address = serve.ready();
            JsonObject golden =
                    JsonParser.parseString(container.read("model/golden.json")).getAsJsonObject();

            HttpResponse<String> answer = ContainerProcess.post(
                    address, "text/csv", golden.get("body").getAsString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JsonParser.parseString(answer.body())).isEqualTo(golden.get("expected"));
            assertThat(answer.headers().firstValue("X-Amzn-SageMaker-Custom-Attributes"))
                    .contains("model-version=penguins/7");
            serve.terminate();
            assertThat(serve.exitCode()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void savesOnSigtermAndGoesOnWhereItStopped() throws Exception {
        ContainerFolder container = penguins()
                .with("epochs", "1000")
                .with("early-stopping-patience", "1000")
                .with("nodes", "256,256,256")
                .with("checkpoint-every", "1000")
                .writeHyperparameters();
        int reached;
        try (ContainerProcess train = start("train", Map.of())) {
            train.lineThatBegins("epoch=3 ");
            train.terminate();
            assertThat(train.exitCode()).isEqualTo(TERMINATED);
            String stopped = train.output()
                    .lines()
                    .filter(line -> line.startsWith("stopped at epoch="))
                    .findFirst()
                    .orElseThrow();
            reached = Integer.parseInt(stopped.substring("stopped at epoch=".length()));
        }
        assertThat(reached).isBetween(3, 999);
        assertThat(folder.resolve("checkpoints/checkpoint.zip")).exists();
        assertThat(folder.resolve("model").toFile().list())
                .containsExactlyInAnyOrder("golden.json", "model.json", "weights.safetensors");
        assertThat(folder.resolve("output/failure")).doesNotExist();

        container.with("epochs", String.valueOf(reached + 2)).writeHyperparameters();
        try (ContainerProcess train = start("train", Map.of())) {
            assertThat(train.exitCode()).as(train.output()).isZero();
            assertThat(train.output())
                    .contains("resumed at epoch=" + (reached + 1))
                    .contains("epoch=" + (reached + 2) + " ")
                    .doesNotContain("\nepoch=" + reached + " ");
        }
    }

    @Test
    void failsWithASentenceAndCode255() throws Exception {
        penguins().with("epochs", "0").writeHyperparameters();
        try (ContainerProcess train = start("train", Map.of())) {
            assertThat(train.exitCode()).isEqualTo(255);
            assertThat(Files.readString(folder.resolve("output/failure")))
                    .isEqualTo("hyperparameters refused: 'epochs' is '0' and must be a whole number from 1 to 1000"
                            + " (for example 60)\n");
        }
    }

    @Test
    void explainsItsTwoCommands() throws Exception {
        try (ContainerProcess other = start("fly", Map.of())) {
            assertThat(other.exitCode()).isEqualTo(2);
            assertThat(other.output()).contains("usage: io.trainyard.trainer.Main train|serve");
        }
    }

    private ContainerProcess start(String command, Map<String, String> environment) {
        return ContainerProcess.start(image.asProcess(command), folder, environment);
    }

    private ContainerFolder penguins() throws IOException {
        return new ContainerFolder(folder)
                .with("target", "\"species\"")
                .with("task", "classification")
                .with("categorical", "sex")
                .channel("train", Files.readString(Path.of("../examples/penguins/train.csv")))
                .writeHyperparameters();
    }
}
