package io.trainyard.endpoints.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;

/** Compares an answer with the expected one: numbers within a thousandth, whatever else exactly. */
final class Answers {

    private static final double TOLERANCE = 1e-3;

    private Answers() {}

    /** @param body JSON, or rows of comma-separated values */
    static boolean agree(JsonNode expected, String body) {
        return same(bare(parsed(expected)), bare(parse(body)));
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return near(expected.doubleValue(), actual.doubleValue());
        }
        if (expected.isArray() && actual.isArray()) {
            return expected.size() == actual.size() && elementsSame(expected, actual);
        }
        if (expected.isObject() && actual.isObject()) {
            return expected.properties().stream()
                    .allMatch(field -> same(field.getValue(), actual.path(field.getKey())));
        }
        return expected.equals(actual);
    }

    private static boolean elementsSame(JsonNode expected, JsonNode actual) {
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Relative for large numbers, absolute for small ones. NaN is near nothing. */
    private static boolean near(double expected, double actual) {
        return Math.abs(expected - actual) <= TOLERANCE * Math.max(1, Math.abs(expected));
    }

    /** A list of one is its element: one row, one number. */
    private static JsonNode bare(JsonNode node) {
        return node.isArray() && node.size() == 1 ? bare(node.get(0)) : node;
    }

    private static JsonNode parsed(JsonNode node) {
        return node.isTextual() ? parse(node.textValue()) : node;
    }

    private static JsonNode parse(String body) {
        try {
            return Json.tree(body);
        } catch (UnreadableEvent notJson) {
            return rows(body);
        }
    }

    private static JsonNode rows(String text) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (String line : text.strip().lines().toList()) {
            var row = JsonNodeFactory.instance.arrayNode();
            for (String cell : line.split(",", -1)) {
                row.add(cell(cell.strip()));
            }
            rows.add(row.size() == 1 ? row.get(0) : row);
        }
        return rows;
    }

    private static JsonNode cell(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(text);
        }
    }
}
