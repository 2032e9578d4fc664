package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Problem;
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
    public Optional<String> createdAt() {
        return Json.text(document, "createdAt");
    }

    /** Every event of the job that the ledger has heard of, the earliest first. */
    public List<EventView> events() {
        return EventView.all(document.path("events"));
    }

    /** Every status that the job has had, oldest first. */
    public List<JsonNode> history() {
        return elements("history");
    }

    /** Every attempt of every step. */
    public List<JsonNode> steps() {
        return elements("steps");
    }

    /** The attempts of every step that got no instance, step by step, oldest first. */
    public List<TryView> tries() {
        return steps().stream().flatMap(step -> TryView.all(step).stream()).toList();
    }

    /** The instance types that no attempt asks for because the account has no quota, each with its step. */
    public List<String> leftOut() {
        List<String> types = new ArrayList<>();
        for (JsonNode step : steps()) {
            step.path("leftOut").forEach(type -> types.add(type.asText() + " (" + field(step, "step") + ")"));
        }
        return List.copyOf(types);
    }

    /** What spot capacity saved, step by step. */
    public List<String> savings() {
        return steps().stream()
                .filter(step -> step.path("spot").hasNonNull("trainingSeconds"))
                .map(step ->
                        "%s on spot: %s s trained, %s s billed (%s %% saved), interruptions: %s, last checkpoint: %s%s"
                                .formatted(
                                        field(step, "step"),
                                        field(step.path("spot"), "trainingSeconds"),
                                        field(step, "billableSeconds"),
                                        field(step.path("spot"), "savedPercent"),
                                        field(step.path("spot"), "interruptions"),
                                        Json.text(step.path("spot"), "lastCheckpointAt")
                                                .orElse("never"),
                                        money(step.path("spot"))))
                .toList();
    }

    /** What was saved in money; nothing where the record knows of no price at all, as those of older deployments. */
    private static String money(JsonNode spot) {
        return Json.text(spot, "price")
                .map(price -> spot.hasNonNull("savedUsd")
                        ? "; saved " + spot.path("savedUsd").asText() + " USD at " + price
                        : "; saved in money: " + price)
                .orElse("");
    }

    /** What is not right although nothing has failed. */
    public List<String> warnings() {
        return steps().stream()
                .flatMap(step -> Json.text(step.path("spot"), "warning").stream()
                        .map(warning -> field(step, "step") + ": " + warning))
                .toList();
    }

    /** Why the run was lost: the event that lost it, its step, and the cause in its origin's words. */
    public Optional<String> cause() {
        return Json.text(document, "errorCause").map(cause -> {
            String where =
                    Json.text(document, "errorStep").map(step -> " of " + step).orElse("");
            return Json.text(document, "error")
                            .map(event -> event + where + ": ")
                            .orElse("")
                    + cause;
        });
    }

    /** What a person can do about a failure. */
    public Optional<String> nextAction() {
        return Json.text(document, "nextAction");
    }

    /** Every reason why the request was refused. */
    public List<Problem> violations() {
        return Problem.all(document.path("violations"));
    }

    /** What its steps wait for, and its messages that wait for a person. */
    public List<String> waiting() {
        List<String> reasons = new ArrayList<>();
        for (JsonNode waiting : document.path("waiting")) {
            reasons.add("%s: %s (next try at the latest %s)"
                    .formatted(field(waiting, "step"), field(waiting, "reason"), field(waiting, "nextTryAt")));
        }
        for (JsonNode parked : document.path("parked")) {
            reasons.add("%s, message %s, for a person: %s"
                    .formatted(field(parked, "service"), field(parked, "eventName"), field(parked, "cause")));
        }
        return List.copyOf(reasons);
    }

    /** What the job has made so far, by name. */
    public List<Map.Entry<String, String>> artifacts() {
        return document.path("artifacts").properties().stream()
                .map(artifact ->
                        Map.entry(artifact.getKey(), artifact.getValue().asText()))
                .toList();
    }

    private static String field(JsonNode node, String name) {
        return Json.text(node, name).orElse("?");
    }

    private List<JsonNode> elements(String field) {
        List<JsonNode> elements = new ArrayList<>();
        document.path(field).forEach(elements::add);
        return List.copyOf(elements);
    }
}
