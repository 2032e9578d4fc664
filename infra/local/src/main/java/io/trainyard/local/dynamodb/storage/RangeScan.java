package io.trainyard.local.dynamodb.storage;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The entries of a range of one map, forward or backward. */
final class RangeScan implements Iterator<Entry> {

    private final Cursor<byte[], byte[]> cursor;
    private final KeyRange range;
    private @Nullable Entry next;

    RangeScan(MVMap<byte[], byte[]> map, KeyRange range, boolean forward) {
        this.range = range;
        this.cursor = forward ? map.cursor(range.from(), null, false) : map.cursor(range.to(), null, true);
        advance();
        if (!forward && next == null) {
            // The range's end is not part of it.
            advance();
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Entry next() {
        Entry entry = next;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        advance();
        return entry;
    }

    private void advance() {
        next = null;
        if (cursor.hasNext()) {
            byte[] key = cursor.next();
            if (range.contains(key)) {
                next = new Entry(key, cursor.getValue());
            }
        }
    }
}
