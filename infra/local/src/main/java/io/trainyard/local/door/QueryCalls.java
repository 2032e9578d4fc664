package io.trainyard.local.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.Shape;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.FormQuery;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The query protocol: a form whose names spell the way to each value, {@code Tags.member.1.Key}. */
final class QueryCalls implements CallReader {

    private final ApiModel model;

    QueryCalls(ApiModel model) {
        this.model = model;
    }

    @Override
    public String operation(AwsRequest request) {
        return form(request).getOrDefault("Action", "");
    }

    @Override
    public ServiceCall read(String operation, AwsRequest request) {
        var input = model.input(operation)
                .map(shape -> value(shape, "", form(request)))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return new ServiceCall(operation, input);
    }

    private static Map<String, String> form(AwsRequest request) {
        return FormQuery.parse(
                request.body().length == 0 ? request.query() : new String(request.body(), StandardCharsets.UTF_8));
    }

    private JsonNode value(String shapeName, String at, Map<String, String> form) {
        return switch (model.shape(shapeName)) {
            case Shape.Structure structure -> structure(shapeName, structure, at, form);
            case Shape.Sequence list -> list(shapeName, list, at, form);
            case Shape.Dictionary map -> map(shapeName, map, at, form);
            case Shape leaf -> PlainText.as(leaf, form.getOrDefault(at, ""));
        };
    }

    private JsonNode structure(String name, Shape.Structure structure, String at, Map<String, String> form) {
        var node = JsonNodeFactory.instance.objectNode();
        var wire = model.wire(name).path("members");
        structure.members().forEach((member, shape) -> {
            var spelled = wire.path(member).path("locationName").asText(member);
            var inside = at.isEmpty() ? spelled : at + "." + spelled;
            if (isThere(inside, form)) {
                node.set(member, value(shape, inside, form));
            }
        });
        return node;
    }

    private JsonNode list(String name, Shape.Sequence list, String at, Map<String, String> form) {
        var node = JsonNodeFactory.instance.arrayNode();
        var wire = model.wire(name);
        var element = wire.path("member").path("locationName").asText("member");
        var inside = wire.path("flattened").asBoolean() ? at : at + "." + element;
        for (int n = 1; isThere(inside + "." + n, form); n++) {
            node.add(value(list.element(), inside + "." + n, form));
        }
        return node;
    }

    private JsonNode map(String name, Shape.Dictionary map, String at, Map<String, String> form) {
        var node = JsonNodeFactory.instance.objectNode();
        var wire = model.wire(name);
        var key = wire.path("key").path("locationName").asText("key");
        var value = wire.path("value").path("locationName").asText("value");
        var inside = wire.path("flattened").asBoolean() ? at : at + ".entry";
        for (int n = 1; isThere(inside + "." + n, form); n++) {
            var entry = inside + "." + n + ".";
            node.set(form.getOrDefault(entry + key, ""), value(map.value(), entry + value, form));
        }
        return node;
    }

    private static boolean isThere(String name, Map<String, String> form) {
        return form.containsKey(name) || form.keySet().stream().anyMatch(each -> each.startsWith(name + "."));
    }
}
