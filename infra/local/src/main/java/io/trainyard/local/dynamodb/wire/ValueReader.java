package io.trainyard.local.dynamodb.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BinarySet;
import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BooleanValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NullValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberSet;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringSet;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import io.trainyard.local.dynamodb.value.Bytes;
import io.trainyard.local.dynamodb.value.Nesting;
import io.trainyard.local.dynamodb.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads values from the wire and refuses, as DynamoDB does, what is none. */
public final class ValueReader {

    private ValueReader() {}

    /** Reads an item, a key or any other object of named values. */
    public static MapValue item(JsonNode node) {
        return map(node, 0);
    }

    public static AttributeValue value(JsonNode node) {
        return value(node, 0);
    }

    private static MapValue map(JsonNode node, int depth) {
        if (!node.isObject()) {
            throw misplaced(node);
        }
        Map<String, AttributeValue> values = LinkedHashMap.newLinkedHashMap(node.size());
        node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue(), depth)));
        return new MapValue(values);
    }

    private static AttributeValue value(JsonNode node, int depth) {
        if (!node.isObject()) {
            throw misplaced(node);
        }
        if (depth > Nesting.MAX_DEPTH) {
            throw Nesting.tooDeep();
        }
        List<Map.Entry<String, JsonNode>> types = node.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .toList();
        if (types.size() > 1) {
            throw ServiceError.validation("Supplied AttributeValue has more than one datatypes set, must contain"
                    + " exactly one of the supported datatypes");
        }
        if (types.isEmpty()) {
            throw emptyValue();
        }
        return typed(types.getFirst().getKey(), types.getFirst().getValue(), depth);
    }

    private static AttributeValue typed(String type, JsonNode content, int depth) {
        return switch (type) {
            case "S" -> new StringValue(text(content));
            case "N" -> new NumberValue(Numbers.parse(text(content)));
            case "B" -> new BinaryValue(binary(content));
            case "BOOL" -> new BooleanValue(flag(content));
            case "NULL" -> none(content);
            case "L" -> new ListValue(list(content, each -> value(each, depth + 1)));
            case "M" -> map(content, depth + 1);
            case "SS" -> new StringSet(set("string", content, ValueReader::text, Function.identity()));
            case "NS" -> new NumberSet(numbers(content));
            case "BS" -> new BinarySet(set("binary", content, ValueReader::binary, Bytes::toString));
            default -> throw emptyValue();
        };
    }

    private static Set<BigDecimal> numbers(JsonNode content) {
        List<BigDecimal> numbers = list(content, each -> Numbers.parse(text(each)));
        refuseEmpty("number", numbers);
        Set<BigDecimal> set = new LinkedHashSet<>(numbers);
        if (set.size() < numbers.size()) {
            throw ServiceError.validation("Input collection contains duplicates");
        }
        return set;
    }

    private static <T> Set<T> set(
            String kind, JsonNode content, Function<JsonNode, T> each, Function<T, String> shown) {
        List<T> values = list(content, each);
        refuseEmpty(kind, values);
        Set<T> set = new LinkedHashSet<>(values);
        if (set.size() < values.size()) {
            String all = values.stream().map(shown).collect(Collectors.joining(", ", "[", "]"));
            throw ServiceError.invalidParameter(
                    "Input collection " + all + (kind.equals("binary") ? "of type BS" : "") + " contains duplicates.");
        }
        return set;
    }

    private static void refuseEmpty(String kind, List<?> values) {
        if (values.isEmpty()) {
            throw ServiceError.invalidParameter("An " + kind + " set  may not be empty");
        }
    }

    private static <T> List<T> list(JsonNode content, Function<JsonNode, T> each) {
        if (!content.isArray()) {
            throw content.isObject() ? misplaced(content) : ServiceError.serialization("Expected list or null");
        }
        List<T> values = new ArrayList<>(content.size());
        content.forEach(node -> values.add(each.apply(node)));
        return values;
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        if (content.isNumber()) {
            throw ServiceError.serialization("NUMBER_VALUE cannot be converted to String");
        }
        if (content.isBoolean()) {
            throw ServiceError.serialization(
                    (content.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE") + " cannot be converted to String");
        }
        throw misplaced(content);
    }

    private static boolean flag(JsonNode content) {
        if (!content.isBoolean()) {
            throw ServiceError.serialization("Unexpected token received from parser");
        }
        return content.booleanValue();
    }

    private static NullValue none(JsonNode content) {
        if (!flag(content)) {
            throw ServiceError.invalidParameter("Null attribute value types must have the value of true");
        }
        return new NullValue();
    }

    private static Bytes binary(JsonNode content) {
        try {
            return new Bytes(Base64.getDecoder().decode(text(content)));
        } catch (IllegalArgumentException e) {
            throw ServiceError.serialization("Invalid Base64: a binary value is Base64 text with padding");
        }
    }

    private static ServiceError emptyValue() {
        return ServiceError.validation(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    private static ServiceError misplaced(JsonNode node) {
        return ServiceError.serialization(
                node.isArray()
                        ? "Unrecognized collection type class java.util.ArrayList"
                        : node.isObject()
                                ? "Start of structure or map found where not expected"
                                : "Unexpected value type in payload");
    }
}
