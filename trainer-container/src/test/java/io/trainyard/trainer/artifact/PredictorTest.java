package io.trainyard.trainer.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.trainer.ContainerFolder;
import io.trainyard.trainer.SampleRows;
import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.data.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorTest {

    @TempDir
    Path folder;

    /** A server that standardised the rows of a request by themselves would answer differently for one and for many. */
    @Test
    void answersARowTheSameAloneAndAmongOthers() throws IOException {
        try (Predictor predictor = plane()) {
            List<float[]> rows = List.of(
                    encode(predictor.schema(), "1", "2"),
                    encode(predictor.schema(), "9", "1"),
                    encode(predictor.schema(), "5", "5"));

            List<Prediction> together = predictor.predict(rows);

            for (int i = 0; i < rows.size(); i++) {
                assertThat(number(predictor.predict(List.of(rows.get(i))).getFirst()))
                        .isCloseTo(number(together.get(i)), within(1e-3));
            }
        }
    }

    @Test
    void answersInTheTargetsOwnUnit() throws IOException {
        try (Predictor predictor = plane()) {
            double answer = number(predictor
                    .predict(List.of(encode(predictor.schema(), "4", "6")))
                    .getFirst());

            assertThat(answer).isCloseTo(100 + 5 * 4 - 3 * 6, within(3.0));
        }
    }

    @Test
    void givesAProbabilityForEachOf133Classes() throws IOException {
        StringBuilder csv = new StringBuilder("x,y,breed\n");
        for (int i = 0; i < 133 * 3; i++) {
            csv.append(i % 133)
                    .append(',')
                    .append(i % 7)
                    .append(",breed-")
                    .append(i % 133)
                    .append('\n');
        }
        new ContainerFolder(folder)
                .with("target", "breed")
                .with("task", "classification")
                .with("epochs", "2")
                .channel("train", csv.toString())
                .train();
        try (Predictor predictor = new Predictor(Artifact.read(folder.resolve("model")))) {
            var label = (Prediction.Label) predictor
                    .predict(List.of(encode(predictor.schema(), "3", "4")))
                    .getFirst();

            assertThat(label.probabilities()).hasSize(133).containsEntry(label.label(), label.score());
            assertThat(label.probabilities().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void saysWhichFilesAModelNeeds() throws IOException {
        assertThatThrownBy(() -> Artifact.read(folder.resolve("model")))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("needs model.json and weights.safetensors");
        new ContainerFolder(folder)
                .file("model/model.json", "{\"formatVersion\": 2}")
                .file("model/weights.safetensors", "");
        assertThatThrownBy(() -> Artifact.read(folder.resolve("model")))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("of another format");
    }

    @Test
    void writesNumbersAndLabelsAsLines() {
        assertThat(new Answer(List.of(new Prediction.Number(1.5), new Prediction.Number(-2))).csv())
                .isEqualTo("1.5\n-2.0\n");
        assertThat(new Answer(List.of(new Prediction.Label("a,b", 1, Map.of()))).csv())
                .isEqualTo("\"a,b\"\n");
    }

    private Predictor plane() throws IOException {
        new ContainerFolder(folder)
                .with("target", "y")
                .with("task", "regression")
                .channel("train", SampleRows.plane(200))
                .train();
        return new Predictor(Artifact.read(folder.resolve("model")));
    }

    private static float[] encode(Schema schema, String... cells) {
        return schema.encode(List.of(cells), (column, problem) -> {
            throw new AssertionError(column + ": " + problem);
        });
    }

    private static double number(Prediction prediction) {
        return ((Prediction.Number) prediction).value();
    }
}
