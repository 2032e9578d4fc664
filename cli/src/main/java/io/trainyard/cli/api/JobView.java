package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A job's record as the API gave it. Fields that a version of the API does not have are empty, never an error.
 *
 * @param document the whole record
 */
public record JobView(JsonNode document) {

    private static final Set<String> SERVED = Set.of("READY", "COMPLETED", "ENDPOINT_DELETED");
    private static final Set<String> LOST = Set.of("REJECTED", "ERROR", "CANCELLED");

    public String jobId() {
        return Json.text(document, "jobId").orElse("?");
    }

    public String name() {
        return Json.text(document, "name").orElse("");
    }

    public String status() {
        return Json.text(document, "status").orElse("PENDING");
    }

    /** Whether the run is at its end, for better or worse. */
    public boolean isOver() {
        return SERVED.contains(status()) || LOST.contains(status());
    }

    /** Whether the run ended otherwise than asked. */
    public boolean isLost() {
        return LOST.contains(status());
    }

    /** When the job was first heard of, as an ISO instant. */
    public Optional<String> startedAt() {
        return history().stream().findFirst().flatMap(first -> Json.text(first, "at"));
    }

    /** Every status that the job has had, oldest first. */
    public List<JsonNode> history() {
        return elements("history");
    }

    /** Every attempt of every step. */
    public List<JsonNode> steps() {
        return elements("steps");
    }

    /** Why the job failed or was refused, in one sentence. */
    public Optional<String> cause() {
        return Json.text(document, "errorCause")
                .or(() -> Json.text(document.path("error"), "cause"))
                .or(() -> Json.text(document.path("error"), "message"))
                .or(() -> Json.text(document, "error"));
    }

    /** What a person can do about a failure. */
    public Optional<String> nextAction() {
        return Json.text(document, "nextAction").or(() -> Json.text(document.path("error"), "nextAction"));
    }

    /** Why a step does not start yet. */
    public List<String> waiting() {
        JsonNode waiting = document.path("waiting");
        List<String> reasons = new ArrayList<>();
        if (waiting.isTextual()) {
            reasons.add(waiting.asText());
        } else {
            waiting.forEach(one -> reasons.add(
                    one.isTextual() ? one.asText() : Json.text(one, "reason").orElseGet(one::toString)));
        }
        return List.copyOf(reasons);
    }

    /** References to what the job has made so far, by name. */
    public List<Map.Entry<String, String>> artifacts() {
        List<Map.Entry<String, String>> found = new ArrayList<>();
        document.path("artifacts").properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                found.add(Map.entry(entry.getKey(), entry.getValue().asText()));
            }
        });
        return List.copyOf(found);
    }

    private List<JsonNode> elements(String field) {
        List<JsonNode> elements = new ArrayList<>();
        document.path(field).forEach(elements::add);
        return List.copyOf(elements);
    }
}
