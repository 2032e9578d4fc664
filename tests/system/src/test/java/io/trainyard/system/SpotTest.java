package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job on spot capacity goes on where it was interrupted, and its record tells what spot did for it (B10). */
@ExtendWith(SharedDeployment.class)
class SpotTest {

    /** This test's alone. */
    private static final String TYPE = "ml.m5.xlarge";

    private static final int EPOCHS = 10;
    private static final String RECLAIMED = "reclaimed";

    private final Deployment deployment;
    private final Jobs jobs;
    private final Faults faults;

    SpotTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
        this.faults = new Faults(deployment);
    }

    @AfterEach
    void clear() {
        faults.clear(RECLAIMED);
    }

    @Test
    void aJobReclaimedInItsThirdEpochTrainsTenInAll() throws IOException {
        reclaimOnceAfter("epoch=3 ");

        var jobId = jobs.submit(penguins());

        var train = Jobs.step(jobs.await(jobId, "COMPLETED"), "train");
        var log = deployment.trainyard("logs", jobId).well().out();
        assertThat(numbers(log, "(?m)^epoch=(\\d+) "))
                .as("epochs, over both instances")
                .isEqualTo(IntStream.rangeClosed(1, EPOCHS).boxed().toList());
        var stopped = numbers(log, "stopped at epoch=(\\d+)");
        assertThat(stopped).singleElement().satisfies(epoch -> assertThat(epoch).isBetween(3, EPOCHS - 1));
        assertThat(numbers(log, "resumed at epoch=(\\d+)")).containsExactly(stopped.getFirst() + 1);
        var spot = train.path("spot");
        assertThat(spot.path("used").asBoolean()).isTrue();
        assertThat(spot.path("interruptions").asInt()).isEqualTo(1);
        assertThat(spot.path("savedSeconds").asLong())
                .isEqualTo(spot.path("trainingSeconds").asLong()
                        - train.path("billableSeconds").asLong());
        assertThat(Instant.parse(spot.path("lastCheckpointAt").asText())).isBefore(Instant.now());
        assertThat(spot.has("warning")).isFalse();
        assertThat(deployment.trainyard("job", jobId).well().out())
                .contains(TYPE + " on spot", "% saved", "interruptions: 1");
    }

    @Test
    void aContainerThatKeepsNothingIsWarnedOf() {
        var request = NoopJobs.named("spot-keeps-nothing", "").put("mode", "graph");
        var training = (ObjectNode) request.remove("training");
        training.putObject("channels").put("train", deployment.aws().upload("datasets/spot/train.csv", "a,b\n1,2\n"));

        var record = jobs.await(jobs.submit(alone(request, training)), "COMPLETED");

        assertThat(Jobs.step(record, "train").at("/spot/warning").asText()).startsWith("no checkpoint was written");
    }

    private void reclaimOnceAfter(String line) {
        faults.set(Json.object()
                .put("id", RECLAIMED)
                .put("kind", "spot-interruption")
                .put("instanceType", TYPE)
                .put("times", 1)
                .put("line", line));
    }

    /** With batches of one row, so that an epoch takes longer than a notice needs to arrive. */
    private JsonNode penguins() throws IOException {
        var folder = Launcher.ROOT.resolve("examples/penguins");
        var request = (ObjectNode) Json.read(Files.readString(folder.resolve("job.json")));
        var training = (ObjectNode) request.remove("training");
        request.remove(List.of("model", "endpoint"));
        request.put("name", "spot").put("mode", "graph").put("idempotencyKey", "spot");
        var data = deployment.aws().upload("datasets/spot/penguins.csv", Files.readString(folder.resolve("train.csv")));
        training.putObject("channels").put("train", data);
        training.withObject("/hyperparameters")
                .put("epochs", Integer.toString(EPOCHS))
                .put("batch-size", "1")
                .put("nodes", "512,256")
                .put("early-stopping-patience", "1000")
                .put("checkpoint-every", "1");
        return alone(request, training);
    }

    /** A job of one step, on spot. */
    private static JsonNode alone(ObjectNode request, ObjectNode training) {
        training.put("spot", true);
        training.putArray("instanceTypes").add(TYPE);
        request.putArray("steps")
                .addObject()
                .put("step", "train")
                .put("kind", "training")
                .set("spec", training);
        return request;
    }

    private static List<Integer> numbers(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
