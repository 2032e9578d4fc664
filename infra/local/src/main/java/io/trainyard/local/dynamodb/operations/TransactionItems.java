package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.List;

/** The actions of a transaction: 1 to 100. */
final class TransactionItems {

    private static final int MAX_ITEMS = 100;

    private TransactionItems() {}

    static List<Parameters> of(Parameters request) {
        List<Parameters> items = request.list("TransactItems");
        if (items.isEmpty()) {
            throw request.has("TransactItems")
                    ? ServiceError.constraint(
                            "[]", "transactItems", "Member must have length greater than or equal to 1")
                    : request.missing("TransactItems");
        }
        if (items.size() > MAX_ITEMS) {
            throw ServiceError.constraint(
                    "[" + items.size() + " actions]",
                    "transactItems",
                    "Member must have length less than or equal to " + MAX_ITEMS);
        }
        return items;
    }
}
