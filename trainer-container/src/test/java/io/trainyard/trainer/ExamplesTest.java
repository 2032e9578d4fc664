package io.trainyard.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.trainyard.trainer.artifact.Artifact;
import io.trainyard.trainer.artifact.Prediction;
import io.trainyard.trainer.artifact.Predictor;
import io.trainyard.trainer.data.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped data sets: the split is the one that the seed draws, and the trainer keeps what the READMEs promise. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("../examples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"penguins", "cars"})
    void holdsOutTheRowsThatTheCommittedSeedDraws(String example) throws IOException {
        JsonObject split = json(example, "evaluation.json").getAsJsonObject("split");
        List<String> lines = lines(example, "data.csv");
        List<String> rows = lines.subList(1, lines.size());
        int held = (int) Math.ceil(rows.size() * split.get("holdOut").getAsDouble());
        List<Integer> order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(i -> sha256(split.get("seed").getAsInt() + ":" + (i + 2))))
                .toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(300);
        assertThat(held).isGreaterThanOrEqualTo(rows.size() / 5);
        assertThat(lines(example, "held-out.csv")).isEqualTo(table(lines, order.subList(0, held)));
        assertThat(lines(example, "train.csv")).isEqualTo(table(lines, order.subList(held, order.size())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguins", "cars"})
    void saysWhereTheDataCameFromAndUnderWhichLicence(String example) throws IOException {
        assertThat(EXAMPLES.resolve(example).resolve("LICENSE")).exists();
        assertThat(Files.readString(EXAMPLES.resolve(example).resolve("README.md")))
                .contains("Source")
                .contains("Licence");
    }

    @ParameterizedTest
    @CsvSource({"penguins,1", "penguins,2", "penguins,3", "penguins,4", "penguins,5"})
    void classifiesRowsItHasNeverSeen(String example, String seed) throws IOException {
        List<Prediction> predictions = trainAndPredict(example, seed);
        List<String> truth = targets(example, "held-out.csv");
        long right = IntStream.range(0, truth.size())
                .filter(i -> ((Prediction.Label) predictions.get(i)).label().equals(truth.get(i)))
                .count();

        double accuracy = (double) right / truth.size();
        System.out.printf("%s seed=%s held-out accuracy=%.4f (%d rows)%n", example, seed, accuracy, truth.size());
        assertThat(accuracy).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"cars,1", "cars,2", "cars,3", "cars,4", "cars,5"})
    void halvesTheErrorOfPredictingTheMean(String example, String seed) throws IOException {
        List<Prediction> predictions = trainAndPredict(example, seed);
        double[] truth = numbers(targets(example, "held-out.csv"));
        double mean =
                Arrays.stream(numbers(targets(example, "train.csv"))).average().orElseThrow();
        double[] answers = predictions.stream()
                .mapToDouble(prediction -> ((Prediction.Number) prediction).value())
                .toArray();
        double[] means = Arrays.stream(truth).map(any -> mean).toArray();

        double model = rmse(answers, truth);
        double baseline = rmse(means, truth);
        System.out.printf(
                "%s seed=%s held-out rmse=%.3f mean=%.3f (%d rows)%n", example, seed, model, baseline, truth.length);
        assertThat(model).isLessThanOrEqualTo(baseline / 2);
    }

    private List<Prediction> trainAndPredict(String example, String seed) throws IOException {
        ContainerFolder container = new ContainerFolder(folder);
        json(example, "job.json")
                .getAsJsonObject("training")
                .getAsJsonObject("hyperparameters")
                .asMap()
                .forEach((name, value) -> container.with(name, value.getAsString()));
        container.with("seed", seed).channel("train", Files.readString(path(example, "train.csv")));
        ContainerFolder.Outcome outcome = container.train();
        assertThat(outcome.exitCode()).as(outcome.failure()).isZero();
        try (Predictor predictor =
                new Predictor(Artifact.read(container.layout().model()))) {
            return predictor.predict(heldOutRows(example, predictor.schema()));
        }
    }

    private static List<float[]> heldOutRows(String example, Schema schema) throws IOException {
        List<String> lines = lines(example, "held-out.csv");
        List<String> header = List.of(lines.getFirst().split(","));
        List<float[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(","));
            List<String> features = schema.names().stream()
                    .map(name -> cells.get(header.indexOf(name)))
                    .toList();
            rows.add(schema.encode(features, (column, problem) -> {
                throw new AssertionError(column + ": " + problem);
            }));
        }
        return rows;
    }

    private static List<String> targets(String example, String file) throws IOException {
        List<String> lines = lines(example, file);
        int target = List.of(lines.getFirst().split(","))
                .indexOf(json(example, "evaluation.json").get("target").getAsString());
        return lines.stream().skip(1).map(line -> line.split(",")[target]).toList();
    }

    private static List<String> table(List<String> lines, List<Integer> rows) {
        List<String> table = new ArrayList<>(List.of(lines.getFirst()));
        rows.stream().sorted().forEach(row -> table.add(lines.get(row + 1)));
        return table;
    }

    private static double[] numbers(List<String> texts) {
        return texts.stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static double rmse(double[] answers, double[] truth) {
        return Math.sqrt(IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.pow(answers[i] - truth[i], 2))
                .average()
                .orElseThrow());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject json(String example, String file) throws IOException {
        return JsonParser.parseString(Files.readString(path(example, file))).getAsJsonObject();
    }

    private static List<String> lines(String example, String file) throws IOException {
        return Files.readAllLines(path(example, file));
    }

    private static Path path(String example, String file) {
        return EXAMPLES.resolve(example).resolve(file);
    }
}
