package io.trainyard.trainer.artifact;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * The answers of one request in the two forms that a client may accept.
 *
 * @param predictions one per row, in order
 */
public record Answer(List<Prediction> predictions) {

    /** {@code {"predictions":[...]}}: numbers, or objects with label, score and probabilities. */
    public JsonObject json() {
        JsonArray array = new JsonArray();
        predictions.forEach(prediction -> array.add(json(prediction)));
        JsonObject answer = new JsonObject();
        answer.add("predictions", array);
        return answer;
    }

    /** One line per row: the number, or the label. */
    public String csv() {
        StringBuilder lines = new StringBuilder();
        predictions.forEach(prediction -> lines.append(csv(prediction)).append('\n'));
        return lines.toString();
    }

    private static JsonElement json(Prediction prediction) {
        return switch (prediction) {
            case Prediction.Number number -> new JsonPrimitive(number.value());
            case Prediction.Label label -> {
                JsonObject probabilities = new JsonObject();
                label.probabilities().forEach(probabilities::addProperty);
                JsonObject object = new JsonObject();
                object.addProperty("label", label.label());
                object.addProperty("score", label.score());
                object.add("probabilities", probabilities);
                yield object;
            }
        };
    }

    private static String csv(Prediction prediction) {
        return switch (prediction) {
            case Prediction.Number number -> Double.toString(number.value());
            case Prediction.Label label -> CSVFormat.RFC4180.format(label.label());
        };
    }
}
