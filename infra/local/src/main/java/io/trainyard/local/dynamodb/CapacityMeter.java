package io.trainyard.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.operations.ConditionFailed;
import io.trainyard.local.dynamodb.operations.Operation;
import io.trainyard.local.dynamodb.operations.TransactionCancelled;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.usage.Usage;
import java.util.Set;

/**
 * Counts the capacity units of every request, whether it asks to be told them or not.
 *
 * <p>Source: Developer Guide, "DynamoDB read and write operations": a write whose condition fails uses its units all the same. Of a
 * cancelled transaction two per action are counted, as for items of up to 1 KB.
 */
final class CapacityMeter {

    private static final String ASKED = "ReturnConsumedCapacity";
    private static final String TOLD = "ConsumedCapacity";
    private static final String WRITES = "write-units";
    private static final Set<String> READERS = Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");
    private static final Set<String> WRITERS =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private final Usage usage;

    CapacityMeter(Usage usage) {
        this.usage = usage;
    }

    ObjectNode answer(String name, Operation operation, ObjectNode body) {
        boolean reads = READERS.contains(name);
        if (!reads && !WRITERS.contains(name)) {
            return operation.answer(new Parameters(body, ""));
        }
        boolean silent = !body.has(ASKED);
        if (silent) {
            body.put(ASKED, "TOTAL");
        }
        try {
            ObjectNode answer = operation.answer(new Parameters(body, ""));
            count(reads ? "read-units" : WRITES, silent ? answer.remove(TOLD) : answer.get(TOLD));
            return answer;
        } catch (ConditionFailed e) {
            usage.add("dynamodb", WRITES, body.path("TableName").asText(), e.units());
            throw e;
        } catch (TransactionCancelled e) {
            usage.add(
                    "dynamodb",
                    WRITES,
                    "cancelled transactions",
                    2.0 * e.reasons().size());
            throw e;
        }
    }

    private void count(String what, @org.jspecify.annotations.Nullable JsonNode told) {
        if (told == null) {
            return;
        }
        Iterable<JsonNode> shares = told.isArray() ? told : Set.of(told);
        shares.forEach(share -> usage.add(
                "dynamodb",
                what,
                share.path("TableName").asText(),
                share.path("CapacityUnits").asDouble()));
    }
}
