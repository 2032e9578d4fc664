package io.trainyard.requests.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * The table of bad requests, {@code bad-requests.json}: a change to a good request, and the exact answer. The same by the API, by
 * the bus and in the library.
 */
public final class BadRequests {

    /** A request that is refused. */
    public record BadRequest(String what, ObjectNode request, List<Violation> violations) {

        @Override
        public String toString() {
            return what;
        }
    }

    private BadRequests() {}

    public static List<BadRequest> all() {
        var all = new ArrayList<BadRequest>();
        Json.tree(table()).forEach(row -> all.add(row(row)));
        return all;
    }

    /** Data sets that hold what the good parts name; the bucket {@code private} is closed. */
    public static InMemoryDatasets datasets() {
        return SampleRequests.datasets().closed("private");
    }

    private static BadRequest row(JsonNode row) {
        ObjectNode base = row.get("base").asText().equals("train") ? SampleRequests.train() : SampleRequests.graph();
        List<Violation> violations = StreamSupport.stream(row.get("violations").spliterator(), false)
                .map(one -> Json.convert(one, Violation.class))
                .toList();
        JsonNode change = row.get("change");
        return new BadRequest(row.get("what").asText(), (ObjectNode) expanded(merged(base, change)), violations);
    }

    /** {@code "x*70000"} stands for so many letters, {@code "training*150"} for a chain of so many steps. */
    private static JsonNode expanded(JsonNode node) {
        if (node.isTextual() && node.textValue().matches("x\\*\\d+")) {
            return Json.tree("\"" + "x".repeat(Integer.parseInt(node.textValue().substring(2))) + "\"");
        }
        if (node.isTextual() && node.textValue().matches("training\\*\\d+")) {
            return SampleRequests.chain(Integer.parseInt(node.textValue().substring(9)))
                    .get("steps");
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, expanded(object.get(name))));
        }
        return node;
    }

    private static JsonNode merged(JsonNode target, JsonNode change) {
        if (!(change instanceof ObjectNode fields)) {
            return change;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : fields.objectNode();
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    private static String table() {
        try (InputStream in = BadRequests.class.getResourceAsStream("bad-requests.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
