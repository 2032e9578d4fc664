package io.trainyard.local.dynamodb.storage;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import io.trainyard.local.dynamodb.value.KeyBytes;
import io.trainyard.local.dynamodb.value.Sizes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The keys of one table: checked as DynamoDB checks them, and as bytes in its order. */
public final class Keys {

    private static final int MAX_HASH = 2048;
    private static final int MAX_RANGE = 1024;

    private final TableSchema schema;

    Keys(TableSchema schema) {
        this.schema = schema;
    }

    /** The key of a request ({@code Key} in GetItem): exactly the key's attributes, or refused. */
    public byte[] ofKey(MapValue key) {
        boolean fits = key.values().size() == schema.key().attributes().size()
                && schema.key().attributes().stream()
                        .allMatch(name -> key.get(name)
                                .filter(value ->
                                        value.type().equals(schema.types().get(name)))
                                .isPresent());
        if (!fits) {
            throw ServiceError.validation("The provided key element does not match the schema");
        }
        refuseUnstorable(key);
        return encode(key);
    }

    /** The key of an item to be written; every index's key is checked as well. */
    public byte[] ofItem(MapValue item) {
        for (String name : schema.key().attributes()) {
            AttributeValue value = item.get(name)
                    .orElseThrow(() -> ServiceError.invalidParameter("Missing the key " + name + " in the item"));
            String expected = Objects.requireNonNull(schema.types().get(name));
            if (!value.type().equals(expected)) {
                throw ServiceError.invalidParameter(
                        "Type mismatch for key " + name + " expected: " + expected + " actual: " + value.type());
            }
        }
        refuseUnstorable(item);
        schema.indexes().forEach(index -> checkIndexKey(index, item));
        return encode(item);
    }

    /** The key's attributes alone. */
    public MapValue cut(MapValue item) {
        return cut(schema.key(), item);
    }

    static MapValue cut(KeySchema key, MapValue item) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        key.attributes().forEach(name -> item.get(name).ifPresent(value -> values.put(name, value)));
        return new MapValue(values);
    }

    /** Where the item stands in the index; empty where it lacks a key attribute and so is not in the index. */
    public Optional<byte[]> inIndex(IndexSchema index, MapValue item) {
        byte[] key = new byte[0];
        for (String name : index.key().attributes()) {
            Optional<AttributeValue> value = item.get(name);
            if (value.isEmpty() || !value.get().type().equals(schema.types().get(name))) {
                return Optional.empty();
            }
            key = join(key, KeyBytes.of(value.get()));
        }
        return Optional.of(join(key, encode(item)));
    }

    public static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private byte[] encode(MapValue item) {
        byte[] key = new byte[0];
        for (String name : schema.key().attributes()) {
            key = join(key, KeyBytes.of(item.get(name).orElseThrow()));
        }
        return key;
    }

    private void refuseUnstorable(MapValue item) {
        for (String name : schema.key().attributes()) {
            AttributeValue value = item.get(name).orElseThrow();
            if (isEmpty(value)) {
                throw ServiceError.validation("One or more parameter values are not valid. The AttributeValue for a key"
                        + " attribute cannot contain an empty " + kind(value) + " value. Key: " + name);
            }
            int size = Sizes.of(value);
            if (name.equals(schema.key().hash()) && size > MAX_HASH) {
                throw ServiceError.invalidParameter(
                        "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH + " bytes");
            }
            if (name.equals(schema.key().range()) && size > MAX_RANGE) {
                throw ServiceError.invalidParameter(
                        "Aggregated size of all range keys has exceeded the size limit of " + MAX_RANGE + " bytes");
            }
        }
    }

    private void checkIndexKey(IndexSchema index, MapValue item) {
        for (String name : index.key().attributes()) {
            Optional<AttributeValue> value = item.get(name);
            String expected = Objects.requireNonNull(schema.types().get(name));
            if (value.isPresent() && !value.get().type().equals(expected)) {
                throw ServiceError.invalidParameter("Type mismatch for Index Key " + name + " Expected: " + expected
                        + " Actual: " + value.get().type() + " IndexName: " + index.name());
            }
            if (value.isPresent() && isEmpty(value.get())) {
                throw ServiceError.validation("One or more parameter values are not valid. A value specified for a"
                        + " secondary index key is not supported. The AttributeValue for a key attribute cannot contain"
                        + " an empty " + kind(value.get()) + " value. IndexName: " + index.name() + ", IndexKey: "
                        + name);
            }
        }
    }

    private static boolean isEmpty(AttributeValue value) {
        return value instanceof StringValue(String text) && text.isEmpty()
                || value instanceof BinaryValue bytes && bytes.value().length() == 0;
    }

    private static String kind(AttributeValue value) {
        return value.type().equals("S") ? "string" : "binary";
    }
}
