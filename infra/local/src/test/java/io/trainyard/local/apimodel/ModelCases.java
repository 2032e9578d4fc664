package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * Every case that an API model gives of one operation: each constraint of each member, however deep, broken alone. Reads the
 * model's JSON itself and words the answers itself, so that it does not stand on the code that it tests.
 */
public final class ModelCases {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST_LIST = 2_000;

    private final JsonNode model;
    private final List<ModelCase> cases = new ArrayList<>();
    private final Set<String> above = new TreeSet<>();
    private String operation = "";

    private ModelCases(JsonNode model) {
        this.model = model;
    }

    /** A model's JSON, from the class path. */
    public static JsonNode model(String file) {
        try (var json = ModelCases.class.getResourceAsStream("/models/" + file)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All cases of the operation; none where it takes nothing. */
    public static List<ModelCase> of(JsonNode model, String operation) {
        var cases = new ModelCases(model);
        cases.operation = operation;
        var input = model.at("/operations/" + operation + "/input/shape");
        if (!input.isMissingNode()) {
            cases.inStructure(input.asText(), "", it -> it);
        }
        return cases.cases;
    }

    private void inStructure(String name, String path, UnaryOperator<JsonNode> around) {
        if (!above.add(name)) {
            return;
        }
        var shape = shape(name);
        shape.path("members").properties().forEach(member -> {
            var at = path + (path.isEmpty() ? "" : ".") + decapitalised(member.getKey());
            UnaryOperator<JsonNode> wrap =
                    value -> around.apply(JSON.objectNode().set(member.getKey(), value));
            member(member.getValue().path("shape").asText(), at, wrap);
        });
        shape.path("required")
                .forEach(member -> add(
                        ModelCase.Kind.MISSING,
                        path + (path.isEmpty() ? "" : ".") + decapitalised(member.asText()),
                        around.apply(JSON.objectNode()),
                        "Value null at '" + path + (path.isEmpty() ? "" : ".") + decapitalised(member.asText())
                                + "' failed to satisfy constraint: Member must not be null"));
        above.remove(name);
    }

    private void member(String name, String path, UnaryOperator<JsonNode> wrap) {
        var shape = shape(name);
        wrongType(shape, path, wrap);
        switch (shape.path("type").asText()) {
            case "structure" -> inStructure(name, path, wrap);
            case "list" -> inList(shape, path, wrap);
            case "map" -> inMap(shape, path, wrap);
            default ->
                BrokenLeaf.all(shape)
                        .forEach(broken -> add(
                                broken.kind(),
                                path,
                                wrap.apply(broken.value()),
                                broken.shown() + "' at '" + path + "' failed to satisfy constraint: " + broken.rule()));
        }
    }

    private void inList(JsonNode shape, String path, UnaryOperator<JsonNode> wrap) {
        var element = shape.at("/member/shape").asText();
        var filler = filler(element);
        length(shape, path, count -> {
            ArrayNode list = JSON.arrayNode();
            for (int i = 0; i < count; i++) {
                list.add(filler);
            }
            return wrap.apply(list);
        });
        if (isLeaf(element)) {
            leaves("Member", element, path, value -> wrap.apply(JSON.arrayNode().add(value)));
        } else {
            UnaryOperator<JsonNode> inside =
                    value -> wrap.apply(JSON.arrayNode().add(value));
            member(element, path + ".1.member", inside);
        }
    }

    private void inMap(JsonNode shape, String path, UnaryOperator<JsonNode> wrap) {
        var value = shape.at("/value/shape").asText();
        length(shape, path, count -> {
            ObjectNode map = JSON.objectNode();
            for (int i = 0; i < count; i++) {
                map.set("k" + i, filler(value));
            }
            return wrap.apply(map);
        });
        leaves(
                "Map keys",
                shape.at("/key/shape").asText(),
                path,
                key -> wrap.apply(JSON.objectNode().set(key.asText(), filler(value))));
        if (isLeaf(value)) {
            leaves(
                    "Map value",
                    value,
                    path,
                    each -> wrap.apply(JSON.objectNode().set("k", each)));
        } else {
            member(
                    value,
                    path + ".k.member",
                    each -> wrap.apply(JSON.objectNode().set("k", each)));
        }
    }

    /** Elements have no names: the answer lists all rules of their shape. */
    private void leaves(String what, String element, String path, UnaryOperator<JsonNode> wrap) {
        var shape = shape(element);
        var rule = what + " must satisfy constraint: [" + String.join(", ", BrokenLeaf.rules(shape)) + "]";
        BrokenLeaf.all(shape)
                .forEach(broken -> add(
                        broken.kind(),
                        path,
                        wrap.apply(broken.value()),
                        "' at '" + path + "' failed to satisfy constraint: " + rule));
    }

    private void length(JsonNode shape, String path, java.util.function.IntFunction<JsonNode> ofCount) {
        if (shape.has("max") && shape.path("max").asLong() < LARGEST_LIST) {
            add(
                    ModelCase.Kind.TOO_LONG,
                    path,
                    ofCount.apply(shape.path("max").asInt() + 1),
                    "' at '" + path + "' failed to satisfy constraint: "
                            + BrokenLeaf.bound("length", "less", shape.path("max")));
        }
        if (shape.path("min").asInt() > 0) {
            add(
                    ModelCase.Kind.TOO_SHORT,
                    path,
                    ofCount.apply(shape.path("min").asInt() - 1),
                    "' at '" + path + "' failed to satisfy constraint: "
                            + BrokenLeaf.bound("length", "greater", shape.path("min")));
        }
    }

    private void wrongType(JsonNode shape, String path, UnaryOperator<JsonNode> wrap) {
        var type = shape.path("type").asText();
        var value = type.equals("string") || type.equals("blob") ? JSON.numberNode(7) : new TextNode("seven");
        var says = switch (type) {
            case "string" -> "NUMBER_VALUE can not be converted to a String";
            case "blob" -> "NUMBER_VALUE can not be converted to a Blob";
            case "integer", "long" -> "STRING_VALUE can not be converted to an Integer";
            case "double", "float" -> "STRING_VALUE can not be converted to a Double";
            case "boolean" -> "STRING_VALUE can not be converted to a Boolean";
            case "timestamp" -> "STRING_VALUE can not be converted to milliseconds since epoch";
            default -> "Unexpected field type";
        };
        cases.add(new ModelCase(
                operation, ModelCase.Kind.WRONG_TYPE, path, wrap.apply(value), "SerializationException", says));
    }

    private void add(ModelCase.Kind kind, String path, JsonNode input, String says) {
        cases.add(new ModelCase(operation, kind, path, input, "ValidationException", says));
    }

    /** A value of the right type, whatever else is wrong with it. */
    private JsonNode filler(String name) {
        return switch (shape(name).path("type").asText()) {
            case "structure", "map" -> JSON.objectNode();
            case "list" -> JSON.arrayNode();
            case "boolean" -> JSON.booleanNode(true);
            case "string", "blob" -> new TextNode("x");
            default -> JSON.numberNode(1);
        };
    }

    private boolean isLeaf(String name) {
        return !Set.of("structure", "list", "map")
                .contains(shape(name).path("type").asText());
    }

    private JsonNode shape(String name) {
        return model.path("shapes").path(name);
    }

    private static String decapitalised(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }

    /** Every operation of the model. */
    public static List<String> operations(JsonNode model) {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> model.path("operations").fieldNames()).spliterator(), false)
                .toList();
    }
}
