package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text or number that breaks one rule of its shape, and how AWS words the rule. */
record BrokenLeaf(ModelCase.Kind kind, JsonNode value, String rule) {

    private static final long LONGEST = 300_000;
    private static final List<String> ODD = List.of("!", " ", "-", "x", "\n", "_", "é", "1", "", "a/b", "::");

    String shown() {
        var text = value.asText();
        return text.length() > 100 ? "" : "Value '" + text;
    }

    static List<BrokenLeaf> all(JsonNode shape) {
        return switch (shape.path("type").asText()) {
            case "string" -> texts(shape);
            case "integer", "long", "double", "float" -> numbers(shape);
            default -> List.of();
        };
    }

    /** All rules of a shape, in AWS's order. */
    static List<String> rules(JsonNode shape) {
        var what = shape.path("type").asText().equals("string") ? "length" : "value";
        var rules = new ArrayList<String>();
        if (shape.has("max")) {
            rules.add(bound(what, "less", shape.path("max")));
        }
        if (shape.has("min")) {
            rules.add(bound(what, "greater", shape.path("min")));
        }
        if (shape.has("pattern")) {
            rules.add(pattern(shape));
        }
        if (shape.has("enum")) {
            rules.add(values(shape));
        }
        return rules;
    }

    static String bound(String what, String than, JsonNode limit) {
        var plain = new BigDecimal(limit.asText()).stripTrailingZeros().toPlainString();
        return "Member must have " + what + " " + than + " than or equal to " + plain;
    }

    private static List<BrokenLeaf> texts(JsonNode shape) {
        var broken = new ArrayList<BrokenLeaf>();
        if (shape.has("max") && shape.path("max").asLong() < LONGEST) {
            var text = "a".repeat(shape.path("max").asInt() + 1);
            broken.add(new BrokenLeaf(
                    ModelCase.Kind.TOO_LONG, new TextNode(text), bound("length", "less", shape.path("max"))));
        }
        if (shape.path("min").asInt() > 0) {
            var text = "a".repeat(shape.path("min").asInt() - 1);
            broken.add(new BrokenLeaf(
                    ModelCase.Kind.TOO_SHORT, new TextNode(text), bound("length", "greater", shape.path("min"))));
        }
        if (shape.has("pattern")) {
            var pattern = Pattern.compile(shape.path("pattern").asText());
            ODD.stream()
                    .filter(text -> !pattern.matcher(text).matches())
                    .findFirst()
                    .ifPresent(text -> broken.add(
                            new BrokenLeaf(ModelCase.Kind.WRONG_PATTERN, new TextNode(text), pattern(shape))));
        }
        if (shape.has("enum")) {
            broken.add(new BrokenLeaf(ModelCase.Kind.UNKNOWN_ENUM, new TextNode("NoneOfThese"), values(shape)));
        }
        return broken;
    }

    private static List<BrokenLeaf> numbers(JsonNode shape) {
        var json = JsonNodeFactory.instance;
        return Stream.of(
                        shape.has("max")
                                ? Stream.of(new BrokenLeaf(
                                        ModelCase.Kind.OUT_OF_RANGE,
                                        json.numberNode(shape.path("max")
                                                .decimalValue()
                                                .add(BigDecimal.ONE)
                                                .toBigInteger()),
                                        bound("value", "less", shape.path("max"))))
                                : Stream.<BrokenLeaf>empty(),
                        shape.has("min")
                                ? Stream.of(new BrokenLeaf(
                                        ModelCase.Kind.OUT_OF_RANGE,
                                        json.numberNode(shape.path("min")
                                                .decimalValue()
                                                .subtract(BigDecimal.ONE)
                                                .toBigInteger()),
                                        bound("value", "greater", shape.path("min"))))
                                : Stream.<BrokenLeaf>empty())
                .flatMap(it -> it)
                .toList();
    }

    private static String pattern(JsonNode shape) {
        return "Member must satisfy regular expression pattern: "
                + shape.path("pattern").asText();
    }

    private static String values(JsonNode shape) {
        var values = new ArrayList<String>();
        shape.path("enum").forEach(value -> values.add(value.asText()));
        return "Member must satisfy enum value set: [" + String.join(", ", values) + "]";
    }
}
