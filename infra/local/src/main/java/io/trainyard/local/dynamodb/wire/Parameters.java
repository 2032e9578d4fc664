package io.trainyard.local.dynamodb.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request's members by name, refused in AWS's words where one is missing or of another type.
 *
 * @param path where this object lies in the request, empty at the top; error messages name members by it
 */
public record Parameters(ObjectNode node, String path) {

    public Optional<String> text(String name) {
        return child(name).map(value -> {
            if (!value.isTextual()) {
                throw ServiceError.serialization(
                        (value.isNumber() ? "NUMBER_VALUE" : value.isBoolean() ? "TRUE_VALUE" : "Start of structure")
                                + " cannot be converted to String");
            }
            return value.textValue();
        });
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** One of the allowed words, or the fallback where the member is not there. */
    public String choice(String name, String fallback, String... allowed) {
        String value = text(name).orElse(fallback);
        if (!List.of(allowed).contains(value)) {
            throw ServiceError.constraint(
                    value, member(name), "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
        }
        return value;
    }

    public boolean flag(String name, boolean fallback) {
        return child(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw ServiceError.serialization("Unexpected token received from parser");
                    }
                    return value.booleanValue();
                })
                .orElse(fallback);
    }

    public OptionalInt integer(String name) {
        Optional<JsonNode> value = child(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.get().canConvertToInt()) {
            throw ServiceError.serialization("STRING_VALUE cannot be converted to Integer");
        }
        return OptionalInt.of(value.get().intValue());
    }

    /** An integer that must not be smaller than {@code least}. */
    public OptionalInt integerFrom(String name, int least) {
        OptionalInt value = integer(name);
        if (value.isPresent() && value.getAsInt() < least) {
            throw ServiceError.constraint(
                    Integer.toString(value.getAsInt()),
                    member(name),
                    "Member must have value greater than or equal to " + least);
        }
        return value;
    }

    public Optional<ObjectNode> object(String name) {
        return child(name).map(value -> {
            if (value instanceof ObjectNode object) {
                return object;
            }
            throw ServiceError.serialization("Unexpected value type in payload");
        });
    }

    public ObjectNode requiredObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    public Optional<Parameters> nested(String name) {
        return object(name).map(object -> new Parameters(object, member(name)));
    }

    /** The objects of a list, each knowing its place; empty where the list is not there. */
    public List<Parameters> list(String name) {
        List<Parameters> all = new ArrayList<>();
        for (JsonNode each : array(name)) {
            if (!(each instanceof ObjectNode object)) {
                throw ServiceError.serialization("Unexpected value type in payload");
            }
            all.add(new Parameters(object, member(name) + "." + (all.size() + 1) + ".member"));
        }
        return all;
    }

    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : array(name)) {
            all.add(each.asText());
        }
        return all;
    }

    public boolean has(String name) {
        return child(name).isPresent();
    }

    /** How AWS's front door names a member in its messages. */
    public String member(String name) {
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return path.isEmpty() ? lower : path + "." + lower;
    }

    public ServiceError missing(String name) {
        return ServiceError.constraint("null", member(name), "Member must not be null");
    }

    private JsonNode array(String name) {
        JsonNode value = child(name).orElseGet(() -> Json.object().putArray(name));
        if (!value.isArray()) {
            throw ServiceError.serialization("Expected list or null");
        }
        return value;
    }

    private Optional<JsonNode> child(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
