package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can lie in a service's queue. */
public sealed interface Message {

    /** An event that a rule of the service let through. */
    record Heard(Delivered event) implements Message {}

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

    /** The ids by which logs are searched: the event and, where it names them, its job and the request that began it. */
    default Map<String, String> ids() {
        var ids = new LinkedHashMap<String, String>();
        ids.put("event", name());
        if (this instanceof Heard heard) {
            JsonNode metadata = heard.event().detail().path("metadata");
            for (String field : List.of("id", "jobId", "correlationId")) {
                if (metadata.path(field).isTextual()) {
                    ids.put(field, metadata.path(field).textValue());
                }
            }
        }
        return ids;
    }
}
