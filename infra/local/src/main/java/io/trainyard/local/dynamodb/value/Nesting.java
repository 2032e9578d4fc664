package io.trainyard.local.dynamodb.value;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.Collection;

/** How deep lists and maps lie inside one another. Source: Developer Guide, "Quotas": 32 levels. */
public final class Nesting {

    public static final int MAX_DEPTH = 32;

    private Nesting() {}

    /** Refuses an item that a change has made too deep. */
    public static void check(MapValue item) {
        if (depth(item.values().values()) > MAX_DEPTH) {
            throw tooDeep();
        }
    }

    public static ServiceError tooDeep() {
        return ServiceError.invalidParameter(
                "Nesting Levels have exceeded supported limits: Attributes may nest 32 levels deep");
    }

    private static int depth(Collection<AttributeValue> values) {
        int deepest = 0;
        for (AttributeValue value : values) {
            int depth = switch (value) {
                case ListValue list -> 1 + depth(list.values());
                case MapValue map -> 1 + depth(map.values().values());
                default -> 0;
            };
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
