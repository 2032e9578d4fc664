package io.trainyard.local.dynamodb.value;

import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Key values as bytes whose unsigned order is DynamoDB's order: strings by UTF-8, numbers by value, binary unsigned.
 *
 * <p>Encodings may be put one behind the other: each ends by itself, and none is a prefix of another of its type. In
 * strings and binary, a zero byte is written as {@code 00 FF} and the end as {@code 00 00}. A number is its sign, its
 * exponent and its digits; a negative one has all but the sign inverted.
 */
public final class KeyBytes {

    private static final int NEGATIVE = 1;
    private static final int ZERO = 2;
    private static final int POSITIVE = 3;

    private KeyBytes() {}

    /** The whole value, with its end. */
    public static byte[] of(AttributeValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(48);
        write(out, value);
        return out.toByteArray();
    }

    /** The value without its end: what every encoding of a value that begins with it starts with (S and B only). */
    public static byte[] prefix(AttributeValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(48);
        escape(out, raw(value));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, AttributeValue value) {
        if (value instanceof NumberValue number) {
            writeNumber(out, number.value());
            return;
        }
        escape(out, raw(value));
        out.write(0);
        out.write(0);
    }

    private static byte[] raw(AttributeValue value) {
        if (value instanceof StringValue string) {
            return string.value().getBytes(StandardCharsets.UTF_8);
        }
        if (value instanceof BinaryValue binary) {
            return binary.value().array();
        }
        throw new IllegalArgumentException("Not a key's type: " + value.type());
    }

    private static void escape(ByteArrayOutputStream out, byte[] bytes) {
        for (byte b : bytes) {
            out.write(b);
            if (b == 0) {
                out.write(0xFF);
            }
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, BigDecimal number) {
        int sign = number.signum();
        if (sign == 0) {
            out.write(ZERO);
            return;
        }
        out.write(sign < 0 ? NEGATIVE : POSITIVE);
        int flip = sign < 0 ? 0xFF : 0;
        BigDecimal normal = number.stripTrailingZeros();
        out.write((Numbers.exponent(normal) - Numbers.MIN_EXPONENT) ^ flip);
        String digits = normal.unscaledValue().abs().toString();
        for (int i = 0; i < digits.length(); i++) {
            out.write((digits.charAt(i) - '0' + 1) ^ flip);
        }
        out.write(flip);
    }
}
