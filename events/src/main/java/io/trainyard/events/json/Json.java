package io.trainyard.events.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * The one way our JSON is written and read: times as ISO 8601, unknown fields ignored, missing numbers refused, maps in the
 * order of their keys, so that the same value always gives the same text (and the same hash of it).
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** @throws UnreadableEvent where the text is not JSON or not of that shape, saying where and why */
    public static <T> T read(String json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type);
        } catch (JsonProcessingException e) {
            throw Misread.as(type, e);
        }
    }

    /** @throws UnreadableEvent where the tree is not of that shape, saying where and why */
    public static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return present(MAPPER.treeToValue(tree, type), type);
        } catch (JsonProcessingException e) {
            throw Misread.as(type, e);
        }
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** @throws UnreadableEvent where the text is not JSON */
    public static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    private static <T> T present(@Nullable T value, Class<T> type) {
        if (value == null) {
            throw new UnreadableEvent("not a " + type.getSimpleName() + ": there is nothing");
        }
        return value;
    }
}
