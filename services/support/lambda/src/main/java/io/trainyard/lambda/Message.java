package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.ResourceName;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What can lie in a service's queue. */
public sealed interface Message {

    /** An event that a rule of the service let through. */
    record Heard(Delivered event) implements Message {

        /** The resource of ours that the event is about, by its one field that is called so: TrainingJobName, EndpointName, ... */
        Optional<ResourceName> resource() {
            JsonNode detail = event.detail();
            for (Iterator<String> fields = detail.fieldNames(); fields.hasNext(); ) {
                String field = fields.next();
                if (field.endsWith("Name") && detail.get(field).isTextual()) {
                    Optional<ResourceName> name =
                            ResourceName.parse(detail.get(field).asText());
                    if (name.isPresent()) {
                        return name;
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** A message of the service to itself: a timer, or an offer. */
    record Own(JsonNode body) implements Message {}

    /** @throws UnreadableEvent where the body is no JSON, or an event without its envelope */
    static Message read(String body) {
        JsonNode tree = Json.tree(body);
        if (tree == null || !tree.isObject()) {
            throw new UnreadableEvent("the message is not a JSON object");
        }
        return tree.has("detail-type") ? new Heard(Json.convert(tree, Delivered.class)) : new Own(tree);
    }

    /** What it is, for logs and parked messages. */
    default String name() {
        return switch (this) {
            case Heard heard -> heard.event().detailType();
            case Own own ->
                own.body().fieldNames().hasNext() ? own.body().fieldNames().next() : "empty";
        };
    }

    /**
     * When it happened, as whoever said it knows: to the millisecond, where EventBridge's own time is one of seconds. Empty for what does
     * not say so.
     */
    default Optional<Instant> occurredAt() {
        return switch (this) {
            case Heard heard ->
                time(heard.event().detail().path("metadata").path("occurredAt").asText());
            case Own own -> Optional.empty();
        };
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            // Others may say it in any way, and no message fails for it.
            return Optional.empty();
        }
    }

    /** The ids by which logs are searched: what it is and, as far as it names them, its job, step and the request that began it. */
    default Map<String, String> ids() {
        var ids = new LinkedHashMap<String, String>();
        ids.put("event", name());
        switch (this) {
            case Heard heard -> {
                JsonNode detail = heard.event().detail();
                copy(detail.path("metadata"), ids, "id", "jobId", "correlationId");
                copy(detail.path("data"), ids, "step");
                heard.resource().ifPresent(resource -> {
                    ids.put("jobId", resource.jobId());
                    ids.put("step", resource.step());
                });
            }
            case Own own -> copy(own.body().path(own.name()), ids, "jobId", "step");
        }
        return ids;
    }

    private static void copy(JsonNode from, Map<String, String> ids, String... fields) {
        for (String field : fields) {
            if (from.path(field).isTextual()) {
                ids.put(field, from.path(field).textValue());
            }
        }
    }
}
