package io.trainyard.jobs.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Arranges a record's events by what led to what. */
public final class EventTree {

    private EventTree() {}

    /**
     * The events as a tree: each with those that it led to under {@code caused}. Roots are events whose cause is not recorded,
     * such as a request that came from outside.
     *
     * @param events of a record, each with {@code id} and {@code causationId}
     */
    public static ArrayNode of(JsonNode events) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.put(event.path("id").asText(), ((ObjectNode) event).deepCopy()));
        ArrayNode roots = JsonNodeFactory.instance.arrayNode();
        byId.forEach((id, event) -> {
            String cause = event.path("causationId").asText();
            ObjectNode before = byId.get(cause);
            if (before == null || cause.equals(id)) {
                roots.add(event);
            } else {
                before.withArray("caused").add(event);
            }
        });
        return roots;
    }
}
