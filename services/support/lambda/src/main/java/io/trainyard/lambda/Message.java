package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;

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
}
