package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.expression.Condition;
import io.trainyard.local.dynamodb.expression.ConditionEvaluator;
import io.trainyard.local.dynamodb.storage.Entry;
import io.trainyard.local.dynamodb.storage.KeyRange;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Sizes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page to be read.
 *
 * @param filter null where everything read is answered
 * @param limit items to read at most, before the filter
 */
record PageRead(
        Target target,
        KeyRange range,
        boolean forward,
        @Nullable Condition filter,
        int limit) {

    /** Reads until the limit, a megabyte or the end of the range, whichever comes first. */
    Page read(Segment segment) {
        List<MapValue> items = new ArrayList<>();
        int scanned = 0;
        int bytes = 0;
        Iterator<Entry> entries = target.scan(range, forward);
        while (entries.hasNext()) {
            Optional<MapValue> found = target.item(entries.next()).filter(segment::contains);
            if (found.isEmpty()) {
                continue;
            }
            MapValue item = found.get();
            scanned++;
            bytes += Sizes.item(target.projected(item));
            if (filter == null || ConditionEvaluator.matches(filter, item)) {
                items.add(item);
            }
            if (scanned == limit || bytes >= Sizes.MAX_PAGE) {
                return new Page(items, scanned, bytes, Optional.of(target.position(item)));
            }
        }
        return new Page(items, scanned, bytes, Optional.empty());
    }
}
