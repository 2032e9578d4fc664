package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether the JSON has the types of the shape; AWS refuses at the first that has not, before it looks at constraints. */
final class TypeCheck {

    private final ApiModel model;

    TypeCheck(ApiModel model) {
        this.model = model;
    }

    Optional<String> firstMismatch(String shapeName, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        return switch (model.shape(shapeName)) {
            case Shape.Structure structure ->
                value.isObject() ? inMembers(structure, value) : wrong(value, "structure");
            case Shape.Dictionary map -> value.isObject() ? inValues(map, value) : wrong(value, "map");
            case Shape.Sequence list -> value.isArray() ? inElements(list, value) : wrong(value, "list");
            case Shape.Text text -> value.isTextual() ? Optional.empty() : wrong(value, "a String");
            case Shape.Bytes bytes -> value.isTextual() ? Optional.empty() : wrong(value, "a Blob");
            case Shape.Flag flag -> value.isBoolean() ? Optional.empty() : wrong(value, "a Boolean");
            case Shape.Time time -> value.isNumber() ? Optional.empty() : wrong(value, "milliseconds since epoch");
            case Shape.Numeric number ->
                fits(number, value) ? Optional.empty() : wrong(value, number.whole() ? "an Integer" : "a Double");
        };
    }

    private Optional<String> inMembers(Shape.Structure structure, JsonNode value) {
        return first(structure.members().entrySet().stream()
                .filter(member -> value.has(member.getKey()))
                .map(member -> firstMismatch(member.getValue(), value.get(member.getKey()))));
    }

    private Optional<String> inValues(Shape.Dictionary map, JsonNode value) {
        return first(
                value.properties().stream().map(Map.Entry::getValue).map(each -> firstMismatch(map.value(), each)));
    }

    private Optional<String> inElements(Shape.Sequence list, JsonNode value) {
        return first(StreamSupport.stream(value.spliterator(), false).map(each -> firstMismatch(list.element(), each)));
    }

    private static Optional<String> first(Stream<Optional<String>> mismatches) {
        return mismatches.flatMap(Optional::stream).filter(Objects::nonNull).findFirst();
    }

    private static boolean fits(Shape.Numeric number, JsonNode value) {
        return number.whole() ? value.isIntegralNumber() : value.isNumber();
    }

    private static Optional<String> wrong(JsonNode value, String wanted) {
        if (value.isObject()) {
            return Optional.of("Start of structure or map found where not expected.");
        }
        if (value.isArray()) {
            return Optional.of("Start of list found where not expected");
        }
        if (wanted.equals("structure") || wanted.equals("map") || wanted.equals("list")) {
            return Optional.of("Unexpected field type");
        }
        return Optional.of(token(value) + " can not be converted to " + wanted);
    }

    private static String token(JsonNode value) {
        if (value.isTextual()) {
            return "STRING_VALUE";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        return value.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
    }
}
