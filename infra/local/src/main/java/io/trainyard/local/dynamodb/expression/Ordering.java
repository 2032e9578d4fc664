package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** The order of values as conditions see it: only within strings, numbers and binary. */
final class Ordering {

    private Ordering() {}

    /** How the two compare; empty where they have no order (other types, or of two types). */
    static OptionalInt compare(AttributeValue left, AttributeValue right) {
        if (left instanceof StringValue(String a) && right instanceof StringValue(String b)) {
            // UTF-8 order, which differs from Java's where characters need surrogates.
            return OptionalInt.of(
                    Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        }
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof BinaryValue a && right instanceof BinaryValue b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        return OptionalInt.empty();
    }
}
