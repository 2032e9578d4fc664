package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;

/**
 * The capacity that a request would use, told where it asks (ReturnConsumedCapacity). Indexes' own share is not counted.
 *
 * <p>Source: Developer Guide, "DynamoDB read and write operations": 4 KB per read unit, half of one where the read is
 * eventually consistent; 1 KB per write unit; twice of each in transactions.
 */
final class Capacity {

    private static final int READ_UNIT = 4096;
    private static final int WRITE_UNIT = 1024;

    private Capacity() {}

    static boolean isAsked(Parameters request) {
        return !request.choice("ReturnConsumedCapacity", "NONE", "INDEXES", "TOTAL", "NONE")
                .equals("NONE");
    }

    static double read(int bytes, boolean consistent) {
        return Math.max(1, Math.ceilDiv(bytes, READ_UNIT)) * (consistent ? 1.0 : 0.5);
    }

    static double write(int bytes) {
        return Math.max(1, Math.ceilDiv(bytes, WRITE_UNIT));
    }

    static ObjectNode told(String table, double units) {
        return Json.object().put("TableName", table).put("CapacityUnits", units);
    }

    /** Adds it to the answer where the request asks for it. */
    static void tell(Parameters request, ObjectNode answer, String table, double units) {
        if (isAsked(request)) {
            answer.set("ConsumedCapacity", told(table, units));
        }
    }
}
