package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The metrics that a job's MetricDefinitions find in its output: the first group of the expression, where it is a number.
 *
 * <p>Every value is appended to a file, one JSON object per line; the last of each metric is what Describe shows.
 */
final class Metrics {

    private record Definition(String name, Pattern pattern) {}

    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, ObjectNode> last = new LinkedHashMap<>();
    private final Path series;
    private final Clock clock;

    Metrics(JsonNode definitions, Path series, Clock clock) {
        this.series = series;
        this.clock = clock;
        recall();
        for (JsonNode definition : definitions) {
            try {
                this.definitions.add(new Definition(
                        definition.path("Name").asText(),
                        Pattern.compile(definition.path("Regex").asText())));
            } catch (PatternSyntaxException notOurs) {
                // SageMaker takes any text as an expression and finds nothing with one that is none.
            }
        }
    }

    synchronized void read(String line) {
        for (Definition definition : definitions) {
            Matcher found = definition.pattern().matcher(line);
            while (found.find()) {
                keep(definition.name(), found.groupCount() == 0 ? found.group() : found.group(1));
            }
        }
    }

    /** The FinalMetricDataList: the last value of each metric. */
    synchronized void show(ObjectNode description) {
        if (!last.isEmpty()) {
            ArrayNode list = description.putArray("FinalMetricDataList");
            last.values().forEach(value -> list.add(value.deepCopy()));
        }
    }

    private void keep(String name, String text) {
        double value;
        try {
            value = Double.parseDouble(text == null ? "" : text);
        } catch (NumberFormatException notANumber) {
            return;
        }
        if (!Double.isFinite(value)) {
            return;
        }
        ObjectNode point = Json.object()
                .put("MetricName", name)
                .put("Value", value)
                .put("Timestamp", Json.seconds(clock.instant()));
        last.put(name, point);
        append(point);
    }

    /** A run that starts over goes on with the series of the one before. */
    private void recall() {
        try {
            for (String line : Files.exists(series) ? Files.readAllLines(series) : List.<String>of()) {
                ObjectNode point = (ObjectNode) Json.read(line.getBytes(StandardCharsets.UTF_8));
                last.put(point.path("MetricName").asText(), point);
            }
        } catch (IOException cutShort) {
            // The last line of a killed account may be half a line; the values before it count.
        }
    }

    private void append(ObjectNode point) {
        try {
            Files.createDirectories(series.getParent());
            Files.writeString(
                    series,
                    new String(Json.bytes(point), StandardCharsets.UTF_8) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
