package io.trainyard.trainer.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.trainyard.trainer.data.Cells;
import io.trainyard.trainer.data.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows from a JSON body: {@code {"instances":[row,...]}}, {@code [row,...]} or {@code {"features":row}}, where a row
 * is a list of values in the order of the features, or an object of values by feature name.
 */
final class JsonRows {

    private static final String SHAPES = "send {\"instances\":[[...],...]}, [[...],...] or {\"features\":[...]}";

    private JsonRows() {}

    static List<List<String>> of(String body, Schema schema) {
        JsonElement root = parse(body);
        if (root instanceof JsonObject object) {
            if (object.has("features")) {
                return List.of(row(1, object.get("features"), schema));
            }
            if (object.has("instances")) {
                return rows(object.get("instances"), schema);
            }
            throw new HttpProblem(400, "the object has neither 'instances' nor 'features': " + SHAPES);
        }
        return rows(root, schema);
    }

    private static JsonElement parse(String body) {
        try {
            return JsonParser.parseString(body);
        } catch (JsonParseException e) {
            throw new HttpProblem(400, "the body is not JSON: " + SHAPES);
        }
    }

    private static List<List<String>> rows(JsonElement element, Schema schema) {
        if (!(element instanceof JsonArray array)) {
            throw new HttpProblem(400, "a list of rows is expected: " + SHAPES);
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonElement row : array) {
            rows.add(row(rows.size() + 1, row, schema));
        }
        return rows;
    }

    private static List<String> row(int number, JsonElement element, Schema schema) {
        List<String> cells = new ArrayList<>();
        if (element instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                String column = i < schema.names().size() ? schema.names().get(i) : String.valueOf(i + 1);
                cells.add(cell(number, column, array.get(i)));
            }
            return cells;
        }
        if (element instanceof JsonObject object) {
            refuseUnknown(number, object, schema);
            for (String name : schema.names()) {
                cells.add(object.has(name) ? cell(number, name, object.get(name)) : "");
            }
            return cells;
        }
        throw new HttpProblem(400, "row " + number + " is neither a list nor an object: " + SHAPES);
    }

    private static void refuseUnknown(int number, JsonObject object, Schema schema) {
        object.keySet().stream()
                .filter(name -> !schema.names().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String known = String.join(",", schema.names());
                    throw new HttpProblem(
                            400,
                            "row %d: '%s' is not a feature; expected are %s"
                                    .formatted(number, Cells.shown(name), known));
                });
    }

    private static String cell(int row, String column, JsonElement value) {
        if (value.isJsonNull()) {
            return "";
        }
        if (value.isJsonPrimitive() && !value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsString();
        }
        throw new HttpProblem(
                400,
                "row %d, column '%s': %s is neither a number nor a string"
                        .formatted(row, column, Cells.shown(value.toString())));
    }
}
