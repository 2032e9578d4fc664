package io.trainyard.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.job.JobFile;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shipped example: a job file, and beside it {@code evaluation.json}, which says how its model is scored.
 *
 * @param folder where it lies
 * @param job the job file
 * @param evaluation target column, task, and the file of rows that training never sees
 */
public record Example(Path folder, JobFile job, JsonNode evaluation) {

    /** The example of this name; an unknown one ends the command with the names there are. */
    public static Example named(String name, Path root) {
        Path folder = root.resolve("examples").resolve(name);
        try {
            JsonNode evaluation = Json.read(Files.readString(folder.resolve("evaluation.json")));
            return new Example(folder, JobFile.read(folder.resolve("job.json")), evaluation);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--example: no example '%s'; there are %s".formatted(name, names(root)));
        }
    }

    /** The job with a seed and a key of its own, so that each demo is a job of its own. */
    public JobFile seeded(long seed, String idempotencyKey) {
        ObjectNode request = job.request().deepCopy();
        request.put("idempotencyKey", idempotencyKey);
        if (request.at("/training/hyperparameters") instanceof ObjectNode hyperparameters) {
            hyperparameters.put("seed", Long.toString(seed));
        }
        return new JobFile(job.file(), request);
    }

    /** The columns that the model is asked with, in its order. */
    public List<String> features() {
        return List.of(
                job.request().at("/training/hyperparameters/features").asText().split(","));
    }

    public String target() {
        return evaluation.path("target").asText();
    }

    public boolean isClassification() {
        return evaluation.path("task").asText().equals("classification");
    }

    public Path heldOut() {
        return folder.resolve(evaluation.path("heldOut").asText("held-out.csv"));
    }

    /** The rows that training sees: the baseline is drawn from them and from nothing else. */
    public Path training() {
        return folder.resolve(job.request().at("/training/channels/train").asText("train.csv"));
    }

    private static List<String> names(Path root) {
        try (Stream<Path> folders = Files.list(root.resolve("examples"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("evaluation.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
