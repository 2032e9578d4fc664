package io.trainyard.local.dynamodb.value;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that compare by content, unsigned, as DynamoDB orders binary. The array is not copied: do not change it. */
public record Bytes(byte[] array) implements Comparable<Bytes> {

    public int length() {
        return array.length;
    }

    public boolean startsWith(Bytes prefix) {
        return array.length >= prefix.array.length
                && Arrays.equals(array, 0, prefix.array.length, prefix.array, 0, prefix.array.length);
    }

    /** Whether {@code part} lies anywhere inside. */
    public boolean contains(Bytes part) {
        for (int at = 0; at + part.array.length <= array.length; at++) {
            if (Arrays.equals(array, at, at + part.array.length, part.array, 0, part.array.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, other.array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(array);
    }
}
