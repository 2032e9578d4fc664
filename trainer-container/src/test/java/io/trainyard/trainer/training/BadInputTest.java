package io.trainyard.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.trainer.ContainerFolder;
import io.trainyard.trainer.ContainerFolder.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be trained on: the run fails with 255 and the failure file says where and why. */
class BadInputTest {

    private static final String GOOD = "1,red,a\n2,blue,b\n3,red,a\n4,blue,b\n5,red,a\n6,blue,b\n7,red,a\n8,blue,b\n";

    @TempDir
    Path folder;

    static Stream<Arguments> badTables() {
        return Stream.of(
                Arguments.of(
                        "x,colour,kind\n" + GOOD,
                        "data refused: train/train.csv row 1, column 'label': the column is missing (the target);"
                                + " the header has x,colour,kind"),
                Arguments.of(
                        "x,label\n1,a\n2,b\n",
                        "data refused: train/train.csv row 1, column 'colour': the column is missing"
                                + " (named as categorical); the header has x,label"),
                Arguments.of(
                        "x,colour,label\n" + GOOD + "abc,red,a\n",
                        "data refused: train/train.csv row 10, column 'x': 'abc' is not a number"
                                + " (name words' columns in 'categorical')"),
                Arguments.of(
                        "x,colour,label\n1,red,a\nNaN,red,a\n" + GOOD,
                        "data refused: train/train.csv row 3, column 'x': the value is missing ('NaN')"),
                Arguments.of(
                        "x,colour,label\n1,red,a\n2,,a\n" + GOOD,
                        "data refused: train/train.csv row 3, column 'colour': the value is missing ('')"),
                Arguments.of(
                        "x,colour,label\n1,red,\n" + GOOD,
                        "data refused: train/train.csv row 2, column 'label': the value is missing ('')"),
                Arguments.of(
                        "x,colour,label\n" + GOOD + "Infinity,red,a\n",
                        "data refused: train/train.csv row 10, column 'x': 'Infinity' is not a finite number"
                                + " (name words' columns in 'categorical')"),
                Arguments.of(
                        "x,colour,label\n", "data refused: train/train.csv row 2: there are no rows below the header"),
                Arguments.of(
                        "",
                        "data refused: train/train.csv row 1: the file is empty: a header line is expected;"
                                + " train/train.csv row 2: there are no rows below the header"),
                Arguments.of(
                        "x,colour,label\n" + GOOD.replace(",b", ",a"),
                        "data refused: train/train.csv row 2, column 'label': all 8 rows are of one class, 'a';"
                                + " at least two classes are needed"),
                Arguments.of(
                        "x,colour,label\n1,red\n" + GOOD,
                        "data refused: train/train.csv row 2, column 'label': the row ends before this column:"
                                + " 2 fields, 3 expected"),
                Arguments.of(
                        "x,colour,label\n1,red,a,9\n" + GOOD,
                        "data refused: train/train.csv row 2: the row is too long: 4 fields, 3 expected"),
                Arguments.of(
                        "x,x,colour,label\n1" + GOOD,
                        "data refused: train/train.csv row 1, column 'x': the name comes twice"),
                Arguments.of(
                        "x,colour,label\n1,red,a\n2,red,b\n",
                        "data refused: train/train.csv row 3 is the last of 2 rows;"
                                + " at least 8 are needed to learn and to validate"));
    }

    @ParameterizedTest
    @MethodSource("badTables")
    void failsOnceNamingRowAndColumn(String csv, String sentence) {
        Outcome outcome = classification().channel("train", csv).train();

        assertThat(outcome.exitCode()).isEqualTo(255);
        assertThat(outcome.failure()).startsWith(sentence);
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void namesSeveralPlacesAtOnceAndCountsTheRest() {
        Outcome outcome = classification()
                .channel("train", "x,colour,label\n" + "no,red,a\n".repeat(20))
                .train();

        assertThat(outcome.failure())
                .contains("row 2, column 'x'")
                .contains("row 9, column 'x'")
                .endsWith("and 12 more");
        assertThat(outcome.failure().length()).isLessThan(1024);
    }

    @Test
    void refusesTextInTheTargetOfARegression() {
        Outcome outcome = new ContainerFolder(folder)
                .with("target", "y")
                .with("task", "regression")
                .channel("train", "x,y\n1,2\n2,high\n")
                .train();

        assertThat(outcome.failure())
                .isEqualTo("data refused: train/train.csv row 3, column 'y': 'high' is not a number"
                        + " (task regression predicts numbers)");
    }

    @Test
    void refusesATargetThatNeverChanges() {
        Outcome outcome = new ContainerFolder(folder)
                .with("target", "y")
                .with("task", "regression")
                .channel("train", "x,y\n1,2\n2,2\n")
                .train();

        assertThat(outcome.failure()).contains("column 'y': all 2 rows have the value 2: there is nothing to learn");
    }

    @Test
    void refusesAValidationChannelWithAnotherClassOrAMissingColumn() {
        ContainerFolder container = classification().channel("train", "x,colour,label\n" + GOOD);

        assertThat(container
                        .channel("validation", "x,colour,label\n1,red,z\n")
                        .train()
                        .failure())
                .contains("validation/validation.csv row 2, column 'label': class 'z' is not among")
                .endsWith("a, b");
        assertThat(container
                        .channel("validation", "colour,label\nred,a\n")
                        .train()
                        .failure())
                .startsWith("data refused: validation/validation.csv row 1, column 'x': the column is missing");
    }

    @Test
    void refusesAChannelThatIsMissingOrHoldsNoFile() {
        assertThat(classification().train().failure()).startsWith("data refused: there is no channel 'train'");
        assertThat(folder.resolve("input/data/train").toFile().mkdirs()).isTrue();
        assertThat(classification().train().failure()).isEqualTo("data refused: channel 'train' holds no file");
    }

    @Test
    void refusesAFileThatIsNoText() {
        ContainerFolder container = classification().channel("train", "x,colour,label\n");
        container.file("input/data/train/other.csv", "");
        assertThat(folder.resolve("input/data/train/other.csv")).exists();
        writeLatin1(folder.resolve("input/data/train/train.csv"));

        assertThat(container.train().failure()).contains("train.csv cannot be read as CSV: it is not UTF-8 text");
    }

    @Test
    void refusesTheHyperparametersBeforeItLooksAtTheData() {
        Outcome outcome =
                classification().with("epochs", "0").with("colour", "red").train();

        assertThat(outcome.exitCode()).isEqualTo(255);
        assertThat(outcome.failure())
                .startsWith("hyperparameters refused: 'epochs' is '0' and must be a whole number from 1 to 1000")
                .contains("'colour' is not a hyperparameter");
    }

    @Test
    void refusesSeveralInstancesUnknownChannelsAndPipes() {
        ContainerFolder container = classification().channel("train", "x,colour,label\n" + GOOD);
        container.file("input/config/resourceconfig.json", "{\"hosts\":[\"algo-1\",\"algo-2\"]}");
        assertThat(container.train().failure()).contains("trains on one instance, and was given 2");
        container.file("input/config/resourceconfig.json", "{\"hosts\":[\"algo-1\"]}");
        container.file("input/config/inputdataconfig.json", "{\"test\":{}}");
        assertThat(container.train().failure()).isEqualTo("unknown channel 'test'; known are train, validation");
        container.file("input/config/inputdataconfig.json", "{\"train\":{\"TrainingInputMode\":\"Pipe\"}}");
        assertThat(container.train().failure()).contains("comes as Pipe");
        container.file("input/config/inputdataconfig.json", "{\"train\":{\"ContentType\":\"application/x-parquet\"}}");
        assertThat(container.train().failure()).contains("this container reads text/csv");
    }

    private ContainerFolder classification() {
        return new ContainerFolder(folder)
                .with("target", "label")
                .with("task", "classification")
                .with("categorical", "colour");
    }

    private static void writeLatin1(Path file) {
        try {
            Files.write(file, "x,colour,label\n1,gr\u00fcn,a\n".getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
