package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many capacity units reads and writes use.
 *
 * <p>Source: Developer Guide, "DynamoDB read and write operations": 4 KB per read unit, half of one where the read is
 * eventually consistent; 1 KB per write unit; twice of each in transactions. For indexes: "Using global secondary
 * indexes", write capacity units: an entry that moves is deleted and put.
 */
final class Capacity {

    static final String NONE = "NONE";
    static final String INDEXES = "INDEXES";
    static final String UNITS = "CapacityUnits";

    private static final int READ_UNIT = 4096;
    private static final int WRITE_UNIT = 1024;

    private Capacity() {}

    /** What the request asks to be told: NONE, TOTAL or INDEXES. */
    static String detail(Parameters request) {
        return request.choice("ReturnConsumedCapacity", NONE, INDEXES, "TOTAL", NONE);
    }

    static double read(int bytes, boolean consistent) {
        return units(bytes, READ_UNIT) * (consistent ? 1.0 : 0.5);
    }

    static double write(Outcome outcome) {
        return units(Math.max(size(outcome.before()), size(outcome.after())), WRITE_UNIT);
    }

    /** What the write uses of an index: nothing where its entry stays as it is. */
    static double write(Target target, Outcome outcome) {
        Optional<byte[]> from = outcome.before().flatMap(target::place);
        Optional<byte[]> to = outcome.after().flatMap(target::place);
        Optional<MapValue> old =
                outcome.before().filter(item -> from.isPresent()).map(target::projected);
        Optional<MapValue> next = outcome.after().filter(item -> to.isPresent()).map(target::projected);
        if (old.equals(next)) {
            return 0;
        }
        boolean stays = from.isPresent() && to.isPresent() && Arrays.equals(from.get(), to.get());
        if (stays) {
            return units(Math.max(size(old), size(next)), WRITE_UNIT);
        }
        return old.map(item -> units(Sizes.item(item), WRITE_UNIT)).orElse(0)
                + next.map(item -> units(Sizes.item(item), WRITE_UNIT)).orElse(0);
    }

    private static int size(Optional<MapValue> item) {
        return item.map(Sizes::item).orElse(0);
    }

    private static int units(int bytes, int unit) {
        return Math.max(1, Math.ceilDiv(bytes, unit));
    }
}
