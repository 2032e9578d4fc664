package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.List;

/** The actions of a transaction: 1 to 100. */
final class TransactionItems {

    /** Source: Developer Guide, "Amazon DynamoDB Transactions": the items of one have 4 MB at most. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_ITEMS = 100;

    private TransactionItems() {}

    static ServiceError tooLarge() {
        return ServiceError.validation("Transaction request size has exceeded the maximum allowed size of 4 MB");
    }

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
