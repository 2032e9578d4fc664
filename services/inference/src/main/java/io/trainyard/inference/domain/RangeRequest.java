package io.trainyard.inference.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
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

    /** The largest CSV that a range may become; as much as a body may have. */
    public static final int MOST_BYTES = 4 << 20;

    /** {@code 1e200000000} is eleven characters, and written out 200 MB. */
    private static final int MOST_DIGITS = 40;

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
                ? Optional.of(new RangeRequest(features(tree), points(tree.get("range"))).small())
                : Optional.empty();
    }

    /** The rows as CSV. */
    public String csv() {
        String prefix = prefix();
        return points.stream()
                .map(point -> prefix + point.toPlainString() + "\n")
                .collect(Collectors.joining());
    }

    private String prefix() {
        return features.stream().map(cell -> cell + ",").collect(Collectors.joining());
    }

    private RangeRequest small() {
        long widest = points.stream()
                .mapToInt(point -> point.toPlainString().length())
                .max()
                .orElse(0);
        long row = prefix().getBytes(StandardCharsets.UTF_8).length + widest + 1;
        if (points.size() * row > MOST_BYTES) {
            throw new IllegalArgumentException("the range makes " + points.size() + " rows of up to " + row
                    + " bytes, at most " + MOST_BYTES + " together: take a larger step");
        }
        return this;
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
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the body has a number that is too large or too small to read", e);
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
                        "features[" + cells.size() + "] must be a number or text, not " + kind(feature));
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
        BigDecimal number = value.decimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("range." + field + " must be written with at most " + MOST_DIGITS
                    + " digits, and as many zeros or decimal places");
        }
        return number;
    }

    private static String kind(JsonNode node) {
        return node.isArray() ? "an array" : node.isObject() ? "an object" : node.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
