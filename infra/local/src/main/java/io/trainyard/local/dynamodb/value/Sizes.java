package io.trainyard.local.dynamodb.value;

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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * How many bytes DynamoDB counts for values, names included.
 *
 * <p>Source: Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats".
 */
public final class Sizes {

    public static final int MAX_ITEM = 400 * 1024;
    public static final int MAX_PAGE = 1024 * 1024;

    private static final int CONTAINER = 3;

    private Sizes() {}

    public static int item(MapValue item) {
        int size = 0;
        for (var entry : item.values().entrySet()) {
            size += utf8(entry.getKey()) + of(entry.getValue());
        }
        return size;
    }

    public static int of(AttributeValue value) {
        return switch (value) {
            case StringValue string -> utf8(string.value());
            case NumberValue number -> number(number.value());
            case BinaryValue binary -> binary.value().length();
            case BooleanValue flag -> 1;
            case NullValue none -> 1;
            case ListValue list ->
                CONTAINER
                        + list.values().stream().mapToInt(each -> 1 + of(each)).sum();
            case MapValue map -> CONTAINER + map.values().size() + item(map);
            case StringSet set -> set.values().stream().mapToInt(Sizes::utf8).sum();
            case NumberSet set -> set.values().stream().mapToInt(Sizes::number).sum();
            case BinarySet set -> set.values().stream().mapToInt(Bytes::length).sum();
        };
    }

    /** Bytes of the text in UTF-8. */
    public static int utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text.length();
    }

    private static int number(BigDecimal number) {
        return (number.precision() + 1) / 2 + (number.signum() < 0 ? 2 : 1);
    }
}
