package io.trainyard.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.trainyard.trainer.ContainerFolder;
import io.trainyard.trainer.ContainerFolder.Outcome;
import io.trainyard.trainer.SampleRows;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

    @TempDir
    Path folder;

    @Test
    void printsOneLinePerEpochThatMetricDefinitionsCanRead() {
        Outcome outcome = classification("a").with("epochs", "3").train();

        assertThat(outcome.exitCode()).as(outcome.failure()).isZero();
        assertThat(outcome.output().lines().filter(line -> line.startsWith("epoch=")))
                .hasSize(3)
                .allMatch(line -> line.matches("epoch=[0-9]+ train:loss=[0-9.]+ validation:loss=[0-9.]+"
                        + " validation:accuracy=[0-9.]+ learning-rate=[0-9.]+"));
        assertThat(outcome.output().lines().toList().getLast())
                .matches("final epochs=3 best-epoch=[123] train:loss=[0-9.]+ validation:loss=[0-9.]+"
                        + " validation:accuracy=[0-9.]+ baseline:accuracy=[0-9.]+");
        assertThat(inside("a").read("output/data/epochs.csv").lines())
                .hasSize(4)
                .first()
                .isEqualTo("epoch,train:loss,validation:loss,validation:accuracy");
    }

    @Test
    void leavesWeightsDescriptionAndAGoldenRowThatSortsFirst() {
        ContainerFolder container = classification("a").with("epochs", "20");
        container.train();

        assertThat(folder.resolve("a/model").toFile().list())
                .containsExactlyInAnyOrder("golden.json", "model.json", "weights.safetensors");
        var golden = JsonParser.parseString(container.read("model/golden.json")).getAsJsonObject();
        assertThat(golden.get("contentType").getAsString()).isEqualTo("text/csv");
        assertThat(golden.get("body").getAsString().split(",")).hasSize(3);
        var prediction = golden.getAsJsonObject("expected")
                .getAsJsonArray("predictions")
                .get(0)
                .getAsJsonObject();
        assertThat(prediction.keySet()).containsExactly("label", "score", "probabilities");
        var model = JsonParser.parseString(container.read("model/model.json")).getAsJsonObject();
        assertThat(model.keySet())
                .containsExactly("formatVersion", "schema", "target", "network", "training", "metrics");
    }

    @ParameterizedTest
    @CsvSource({"0,false,adam", "0.2,true,adam", "0.2,false,sgd"})
    void givesTheSameBytesForTheSameSeedAndOthersForAnother(String dropout, String normalise, String optimizer) {
        for (String name : List.of("a", "b", "c")) {
            classification(name)
                    .with("epochs", "4")
                    .with("dropout", dropout)
                    .with("batch-normalization", normalise)
                    .with("optimizer", optimizer)
                    .with("seed", name.equals("c") ? "8" : "7")
                    .train();
        }

        for (String file : List.of("weights.safetensors", "model.json", "golden.json")) {
            assertThat(inside("a").bytes("model/" + file)).isEqualTo(inside("b").bytes("model/" + file));
        }
        assertThat(inside("a").bytes("model/weights.safetensors"))
                .isNotEqualTo(inside("c").bytes("model/weights.safetensors"));
    }

    @ParameterizedTest
    @CsvSource({"adam", "sgd"})
    void goesOnFromACheckpointAsIfItHadNeverStopped(String optimizer) {
        ContainerFolder whole =
                classification("whole").with("optimizer", optimizer).with("dropout", "0.1");
        whole.with("epochs", "9").train();
        ContainerFolder parts =
                classification("parts").with("optimizer", optimizer).with("dropout", "0.1");
        parts.with("epochs", "4").train();

        Outcome resumed = parts.with("epochs", "9").train();

        assertThat(resumed.output())
                .contains("resumed at epoch=5")
                .doesNotContain("epoch=4 ")
                .contains("\nepoch=9 ");
        assertThat(parts.bytes("model/weights.safetensors")).isEqualTo(whole.bytes("model/weights.safetensors"));
    }

    @Test
    void startsAgainFromACheckpointThatIsTorn() {
        ContainerFolder container = classification("a").with("epochs", "2");
        container.file("checkpoints/checkpoint.zip", "half a f");

        Outcome outcome = container.train();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .contains("checkpoint unreadable, starting again")
                .contains("\nepoch=1 ");
    }

    @Test
    void refusesTheCheckpointOfAnotherRun() {
        ContainerFolder container = classification("a").with("epochs", "2");
        container.train();

        assertThat(container.with("nodes", "8").train().failure())
                .isEqualTo("the checkpoint belongs to other hyperparameters ('nodes' was 64,32 and is 8):"
                        + " use the same ones, or an empty checkpoint folder");
        assertThat(container
                        .with("nodes", "64,32")
                        .channel("train", SampleRows.clouds(63))
                        .train()
                        .failure())
                .startsWith("the checkpoint belongs to other data");
    }

    @Test
    void stopsEarlyWhenNothingGetsBetterAndKeepsTheBestEpoch() {
        Outcome outcome = regression("a")
                .with("epochs", "1000")
                .with("learning-rate", "0.5")
                .with("early-stopping-patience", "4")
                .train();

        Matcher end = Pattern.compile("final epochs=(\\d+) best-epoch=(\\d+)").matcher(outcome.output());
        assertThat(end.find()).isTrue();
        assertThat(Integer.parseInt(end.group(1)))
                .isEqualTo(Integer.parseInt(end.group(2)) + 4)
                .isLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"mse,linear,adam", "mae,linear,adam", "mse,tanh,adam", "mse,linear,sgd"})
    void learnsAPlane(String loss, String activation, String optimizer) {
        Outcome outcome = regression("a")
                .with("loss", loss)
                .with("last-activation", activation)
                .with("optimizer", optimizer)
                .with("learning-rate", optimizer.equals("sgd") ? "0.05" : "0.01")
                .train();

        assertThat(figure(outcome, "validation:rmse")).isLessThan(figure(outcome, "baseline:rmse") / 4);
    }

    @Test
    void usesTheValidationChannelWhereThereIsOne() {
        Outcome outcome = classification("a")
                .channel("validation", SampleRows.clouds(12))
                .with("epochs", "1")
                .train();

        assertThat(outcome.output()).startsWith("rows train=60 validation=12 inputs=4 outputs=3");
    }

    @Test
    void learnsFromBatchesThatLeaveOneRowOver() {
        Outcome outcome = classification("a")
                .channel("validation", SampleRows.clouds(3))
                .with("batch-normalization", "true")
                .with("batch-size", "59")
                .with("epochs", "2")
                .train();

        assertThat(outcome.exitCode()).as(outcome.failure()).isZero();
    }

    @Test
    void failsWithAHintWhenTheLossIsNoNumberAndKeepsWhatWasGood() {
        ContainerFolder container = regression("a")
                .with("optimizer", "sgd")
                .with("learning-rate", "1")
                .with("nodes", "512,512,512")
                .with("early-stopping-patience", "1000")
                .with("epochs", "1000");

        Outcome outcome = container.train();

        assertThat(outcome.exitCode()).isEqualTo(255);
        assertThat(outcome.failure())
                .contains("the loss is no longer a number in epoch")
                .contains("learning-rate");
    }

    private ContainerFolder inside(String name) {
        return new ContainerFolder(folder.resolve(name));
    }

    private ContainerFolder classification(String name) {
        return inside(name)
                .with("target", "label")
                .with("task", "classification")
                .with("categorical", "colour")
                .channel("train", SampleRows.clouds(60));
    }

    private ContainerFolder regression(String name) {
        return inside(name).with("target", "y").with("task", "regression").channel("train", SampleRows.plane(200));
    }

    private static double figure(Outcome outcome, String name) {
        Matcher figure = Pattern.compile("final .*" + name + "=([0-9.]+)").matcher(outcome.output());
        assertThat(figure.find()).as(outcome.output() + outcome.failure()).isTrue();
        return Double.parseDouble(figure.group(1));
    }
}
