package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Every constraint of a shape that a value breaks, worded as AWS words it. */
final class ConstraintCheck {

    /** Longer texts are refused for their length; matching them too could cost a stack or a minute. */
    private static final int MATCHED_LENGTH = 8192;

    private final ApiModel model;

    ConstraintCheck(ApiModel model) {
        this.model = model;
    }

    List<String> violations(String shape, JsonNode value) {
        List<String> found = new ArrayList<>();
        visit(shape, value, "", found);
        return found;
    }

    private void visit(String shapeName, JsonNode value, String path, List<String> found) {
        Shape shape = model.shape(shapeName);
        broken(shape, value).forEach(rule -> found.add(sentence(value, path, rule)));
        switch (shape) {
            case Shape.Structure structure -> visitMembers(structure, value, path, found);
            case Shape.Sequence list -> visitElements(list, value, path, found);
            case Shape.Dictionary map -> visitEntries(map, value, path, found);
            case Shape.Text text -> {}
            case Shape.Numeric number -> {}
            case Shape.Bytes bytes -> {}
            case Shape.Flag flag -> {}
            case Shape.Time time -> {}
        }
    }

    private void visitMembers(Shape.Structure structure, JsonNode value, String path, List<String> found) {
        structure.members().forEach((member, shape) -> {
            String at = path.isEmpty() ? decapitalised(member) : path + "." + decapitalised(member);
            JsonNode given = value.path(member);
            if (!given.isMissingNode() && !given.isNull()) {
                visit(shape, given, at, found);
            } else if (structure.required().contains(member)) {
                found.add("Value null at '" + at + "' failed to satisfy constraint: Member must not be null");
            }
        });
    }

    private void visitElements(Shape.Sequence list, JsonNode value, String path, List<String> found) {
        if (isLeaf(list.element())) {
            leaves("Member", list.element(), texts(value)).ifPresent(rule -> found.add(sentence(value, path, rule)));
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            visit(list.element(), value.get(i), path + "." + (i + 1) + ".member", found);
        }
    }

    private void visitEntries(Shape.Dictionary map, JsonNode value, String path, List<String> found) {
        List<JsonNode> keys = value.properties().stream()
                .<JsonNode>map(entry -> com.fasterxml.jackson.databind.node.TextNode.valueOf(entry.getKey()))
                .toList();
        leaves("Map keys", map.key(), keys).ifPresent(rule -> found.add(sentence(value, path, rule)));
        if (isLeaf(map.value())) {
            leaves("Map value", map.value(), texts(value)).ifPresent(rule -> found.add(sentence(value, path, rule)));
            return;
        }
        value.properties()
                .forEach(entry -> visit(map.value(), entry.getValue(), path + "." + entry.getKey() + ".member", found));
    }

    /** AWS does not name the element: it lists all constraints of the element's shape once. */
    private Optional<String> leaves(String what, String shapeName, List<JsonNode> values) {
        Shape shape = model.shape(shapeName);
        boolean allHold = values.stream().allMatch(value -> broken(shape, value).isEmpty());
        return allHold
                ? Optional.empty()
                : Optional.of(what + " must satisfy constraint: [" + String.join(", ", rules(shape)) + "]");
    }

    private boolean isLeaf(String shapeName) {
        Shape shape = model.shape(shapeName);
        return !(shape instanceof Shape.Structure
                || shape instanceof Shape.Sequence
                || shape instanceof Shape.Dictionary);
    }

    private static List<JsonNode> texts(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false).toList();
    }

    private static List<String> rules(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> Rules.of(text);
            case Shape.Numeric number -> Rules.value(number.value());
            case Shape.Sequence list -> Rules.length(list.size());
            case Shape.Dictionary map -> Rules.length(map.size());
            case Shape.Bytes bytes -> Rules.length(bytes.size());
            case Shape.Structure structure -> List.of();
            case Shape.Flag flag -> List.of();
            case Shape.Time time -> List.of();
        };
    }

    private static List<String> broken(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.Text text -> brokenBy(text, value.asText());
            case Shape.Numeric number -> Rules.outsideValue(number.value(), value.decimalValue());
            case Shape.Sequence list -> Rules.outsideLength(list.size(), value.size());
            case Shape.Dictionary map -> Rules.outsideLength(map.size(), value.size());
            case Shape.Bytes bytes ->
                Rules.outsideLength(bytes.size(), value.asText().length() * 3 / 4);
            case Shape.Structure structure -> List.of();
            case Shape.Flag flag -> List.of();
            case Shape.Time time -> List.of();
        };
    }

    private static List<String> brokenBy(Shape.Text text, String value) {
        List<String> broken = new ArrayList<>();
        text.pattern()
                .filter(pattern -> value.length() <= MATCHED_LENGTH
                        && !pattern.matcher(value).matches())
                .ifPresent(pattern -> broken.add(Rules.pattern(pattern)));
        broken.addAll(Rules.outsideLength(text.length(), value.codePointCount(0, value.length())));
        if (!text.values().isEmpty() && !text.values().contains(value)) {
            broken.add(Rules.oneOf(text.values()));
        }
        return broken;
    }

    private static String sentence(JsonNode value, String path, String rule) {
        return "Value '" + shown(value) + "' at '" + path + "' failed to satisfy constraint: " + rule;
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map((Map.Entry<String, JsonNode> entry) -> entry.getKey() + "=" + shown(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(ConstraintCheck::shown)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isNumber() ? new BigDecimal(value.asText()).toPlainString() : value.asText();
    }

    private static String decapitalised(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }
}
