package io.trainyard.local.dynamodb.storage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keys from {@code from}, included, to {@code to}, not included.
 *
 * @param to null where the range is open at its end
 */
public record KeyRange(byte[] from, byte @Nullable [] to) {

    public static final KeyRange ALL = new KeyRange(new byte[0], null);

    /** Every key that begins with the prefix. */
    public static KeyRange prefix(byte[] prefix) {
        return new KeyRange(prefix, after(prefix));
    }

    /** The least key that is greater than all that begin with the prefix; null where there is none. */
    public static byte @Nullable [] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }

    /** What of the range comes after the key, in the direction of reading. */
    public KeyRange beyond(byte[] key, boolean forward) {
        if (forward) {
            byte[] next = Arrays.copyOf(key, key.length + 1);
            return Arrays.compareUnsigned(next, from) > 0 ? new KeyRange(next, to) : this;
        }
        return to == null || Arrays.compareUnsigned(key, to) < 0 ? new KeyRange(from, key) : this;
    }

    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(key, from) >= 0 && (to == null || Arrays.compareUnsigned(key, to) < 0);
    }
}
