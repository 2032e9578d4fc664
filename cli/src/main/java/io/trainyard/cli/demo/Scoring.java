package io.trainyard.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.api.Models;
import io.trainyard.cli.output.Json;
import java.util.ArrayList;
import java.util.List;

/** Asks a served model for every held-out row, through the public API, and compares what it says with the truth. */
public final class Scoring {

    private final Models models;

    public Scoring(Models models) {
        this.models = models;
    }

    /** The score of the model that a job trained. */
    public Score of(Example example, String jobId) {
        Rows heldOut = Rows.of(example.heldOut());
        Rows trained = Rows.of(example.training());
        List<JsonNode> predictions = predictions(jobId, heldOut.csv(example.features()), heldOut.size());
        List<String> truth = heldOut.column(example.target());
        List<String> known = trained.column(example.target());
        if (example.isClassification()) {
            return Score.ofClasses(
                    known,
                    truth,
                    predictions.stream().map(one -> one.path("label").asText()).toList());
        }
        return Score.ofNumbers(
                numbers(known),
                numbers(truth),
                predictions.stream().map(JsonNode::asDouble).toList());
    }

    private List<JsonNode> predictions(String jobId, String rows, int count) {
        String body = models.predict(jobId, "text/csv", rows).body();
        List<JsonNode> predictions = new ArrayList<>();
        Json.tryRead(body).ifPresent(answer -> answer.path("predictions").forEach(predictions::add));
        if (predictions.size() != count) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "the model was asked for %d rows and answered %d: %.200s"
                            .formatted(count, predictions.size(), body));
        }
        return predictions;
    }

    private static List<Double> numbers(List<String> column) {
        return column.stream().map(Double::valueOf).toList();
    }
}
