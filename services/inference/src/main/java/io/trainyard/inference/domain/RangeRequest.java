package io.trainyard.inference.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of features asked for many values of the last one (A23): {@code {"features": [...], "range": {"start", "end", "step"}}}.
 *
 * @param features all but the last, as the cells of a CSV row
 * @param points the values of the last feature, in order
 */
public record RangeRequest(List<String> features, List<BigDecimal> points) {

    /** More points than any chart shows. */
    public static final int MOST_POINTS = 1_000;

    /** Decimals as they were written: 1.1 and ten times 0.1 are 2.1. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    public RangeRequest {
        features = List.copyOf(features);
        points = List.copyOf(points);
    }

    /**
     * Reads a body that asks for a range; empty where it is some other JSON, which is the model's to judge.
     *
     * @throws IllegalArgumentException where it asks for a range wrongly, with a sentence that helps
     */
    public static Optional<RangeRequest> of(byte[] body) {
        JsonNode tree = tree(body);
        return tree.has("range")
                ? Optional.of(new RangeRequest(features(tree), points(tree.get("range"))))
                : Optional.empty();
    }

    /** The rows as CSV. */
    public String csv() {
        String prefix = features.stream().map(cell -> cell + ",").collect(Collectors.joining());
        return points.stream()
                .map(point -> prefix + point.toPlainString() + "\n")
                .collect(Collectors.joining());
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new IllegalArgumentException(
                    "the body is not JSON: " + e.getOriginalMessage()
                            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not readable", e);
        }
    }

    private static List<String> features(JsonNode tree) {
        JsonNode features = tree.path("features");
        if (!features.isArray()) {
            throw new IllegalArgumentException(
                    "a range needs \"features\": a list of every feature but the last, which the range gives");
        }
        var cells = new ArrayList<String>();
        for (JsonNode feature : features) {
            if (!feature.isNumber() && !feature.isTextual()) {
                throw new IllegalArgumentException(
                        "features[" + cells.size() + "] must be a number or text, not " + feature);
            }
            cells.add(feature.isNumber() ? feature.asText() : quoted(feature.textValue()));
        }
        return cells;
    }

    private static List<BigDecimal> points(JsonNode range) {
        BigDecimal start = number(range, "start");
        BigDecimal end = number(range, "end");
        BigDecimal step = number(range, "step");
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("range.step must be more than 0, not " + step.toPlainString());
        }
        if (end.compareTo(start) <= 0) {
            throw new IllegalArgumentException("range.end must be more than range.start, and is itself left out");
        }
        BigDecimal count = end.subtract(start).divide(step, 0, RoundingMode.CEILING);
        if (count.compareTo(BigDecimal.valueOf(MOST_POINTS)) > 0) {
            throw new IllegalArgumentException("the range has " + count.toPlainString() + " points, at most "
                    + MOST_POINTS + ": take a larger step");
        }
        var points = new ArrayList<BigDecimal>();
        for (BigDecimal point = start; point.compareTo(end) < 0; point = point.add(step)) {
            points.add(point);
        }
        return points;
    }

    private static BigDecimal number(JsonNode range, String field) {
        JsonNode value = range.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("range." + field + " must be a number");
        }
        return value.decimalValue();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
