package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.wire.Parameters;

/** RequestItems of the two batches, by table. What one table may have is in the API model; what all may have is not. */
final class BatchItems {

    private BatchItems() {}

    static ObjectNode of(Parameters request) {
        return request.requiredObject("RequestItems");
    }

    /**
     * @param list where a table's entries lie, as a JSON pointer
     */
    static void refuseTooMany(ObjectNode tables, String list, int most, String operation) {
        int total = 0;
        for (JsonNode table : tables) {
            total += table.at(list).size();
        }
        if (total > most) {
            throw ServiceError.validation("Too many items requested for the " + operation + " call");
        }
    }

    static ServiceError duplicates() {
        return ServiceError.validation("Provided list of item keys contains duplicates");
    }
}
