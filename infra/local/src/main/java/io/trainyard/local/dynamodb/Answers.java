package io.trainyard.local.dynamodb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.operations.CancellationReason;
import io.trainyard.local.dynamodb.operations.ConditionFailed;
import io.trainyard.local.dynamodb.operations.TransactionCancelled;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import io.trainyard.local.front.AwsResponse;

/** Answers and errors as they go over the wire. */
final class Answers {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private Answers() {}

    static AwsResponse ok(ObjectNode answer) {
        return AwsResponse.of(OK, CONTENT_TYPE, Json.bytes(answer));
    }

    static AwsResponse refused(ServiceError error) {
        ObjectNode node = Json.object();
        node.put("__type", error.type());
        if (error instanceof ConditionFailed failed) {
            failed.item().ifPresent(item -> node.set("Item", ValueWriter.item(item)));
        }
        if (error instanceof TransactionCancelled cancelled) {
            node.put("Message", error.sentence());
            reasons(node.putArray("CancellationReasons"), cancelled);
        } else {
            node.put("message", error.sentence());
        }
        return AwsResponse.of(BAD_REQUEST, CONTENT_TYPE, Json.bytes(node));
    }

    private static void reasons(ArrayNode array, TransactionCancelled cancelled) {
        for (CancellationReason reason : cancelled.reasons()) {
            ObjectNode node = array.addObject().put("Code", reason.code());
            if (reason.message() != null) {
                node.put("Message", reason.message());
            }
            if (reason.item() != null) {
                node.set("Item", ValueWriter.item(reason.item()));
            }
        }
    }
}
