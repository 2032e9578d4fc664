package io.trainyard.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.cli.FakeApi;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.api.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

    @TempDir
    private Path root;

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void anExample() throws IOException {
        Path folder = Files.createDirectories(root.resolve("examples/boxes"));
        Files.writeString(
                folder.resolve("evaluation.json"),
                "{\"target\":\"kind\",\"task\":\"classification\",\"heldOut\":\"held-out.csv\"}");
        Files.writeString(
                folder.resolve("job.json"),
                "{\"training\":{\"channels\":{\"train\":\"train.csv\"},\"hyperparameters\":{\"features\":\"b,a\",\"seed\":\"1\"}}}");
        Files.writeString(folder.resolve("train.csv"), "a,b,kind\n1,2,x\n");
        Files.writeString(folder.resolve("held-out.csv"), "a,b,kind\n1,\"2,5\",x\n3,4,y\n");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void sendsOnlyTheFeaturesInTheModelsOrder() {
        api.on("POST /models/j-1/predictions", 200, "{\"predictions\":[{\"label\":\"x\"},{\"label\":\"y\"}]}");

        Score score = scoring().of(Example.named("boxes", root), "j-1");

        assertThat(api.requests()).singleElement().asString().endsWith("\"2,5\",1\n4,3");
        assertThat(score.model()).isEqualTo(1.0);
        assertThat(score.baseline()).isEqualTo(0.5);
    }

    @Test
    void anAnswerForFewerRowsIsNotScored() {
        api.on("POST /models/j-1/predictions", 200, "{\"predictions\":[{\"label\":\"x\"}]}");

        assertThatThrownBy(() -> scoring().of(Example.named("boxes", root), "j-1"))
                .hasMessageContaining("asked for 2 rows and answered 1");
    }

    @Test
    void theSeedAndTheKeyGoIntoTheRequest() {
        var request = Example.named("boxes", root).seeded(7, "demo-7").request();

        assertThat(request.at("/training/hyperparameters/seed").asText()).isEqualTo("7");
        assertThat(request.path("idempotencyKey").asText()).isEqualTo("demo-7");
    }

    @Test
    void anUnknownExampleIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Example.named("cats", root))
                .hasMessageContaining("'cats'")
                .hasMessageContaining("[boxes]");
    }

    private Scoring scoring() {
        return new Scoring(new Models(new Api(api.endpoint())));
    }
}
