package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.OptionalInt;

/** One share of a parallel scan: items are dealt out by their partition key. */
record Segment(String hash, int number, int total) {

    private static final int MAX_TOTAL = 1_000_000;

    static Segment whole(String hash) {
        return new Segment(hash, 0, 1);
    }

    static Segment of(String hash, Parameters request) {
        OptionalInt number = request.integerFrom("Segment", 0);
        OptionalInt total = request.integerFrom("TotalSegments", 1);
        if (number.isEmpty() && total.isEmpty()) {
            return whole(hash);
        }
        if (total.isEmpty()) {
            throw required("TotalSegments", "Segment parameter");
        }
        if (number.isEmpty()) {
            throw required("Segment", "parameter TotalSegments");
        }
        if (total.getAsInt() > MAX_TOTAL) {
            throw ServiceError.constraint(
                    Integer.toString(total.getAsInt()),
                    "totalSegments",
                    "Member must have value less than or equal to " + MAX_TOTAL);
        }
        if (number.getAsInt() >= total.getAsInt()) {
            throw ServiceError.validation("The Segment parameter is zero-based and must be less than parameter"
                    + " TotalSegments: Segment: " + number.getAsInt() + " is not less than TotalSegments: "
                    + total.getAsInt());
        }
        return new Segment(hash, number.getAsInt(), total.getAsInt());
    }

    private static ServiceError required(String missing, String given) {
        return ServiceError.validation("The " + missing
                + " parameter is required but was not present in the request when " + given + " is present");
    }

    boolean contains(MapValue item) {
        return total == 1
                || item.get(hash)
                        .filter(value -> Math.floorMod(spread(value.hashCode()), total) == number)
                        .isPresent();
    }

    // Neighbouring keys have neighbouring hash codes.
    private static int spread(int code) {
        int mixed = code * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
