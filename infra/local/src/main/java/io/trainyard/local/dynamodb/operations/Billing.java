package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.TableSettings;
import io.trainyard.local.dynamodb.storage.Throughput;
import java.util.List;

/** Whether throughput is told where, and only where, a table is billed by it. */
final class Billing {

    private Billing() {}

    static void check(String billing, Throughput throughput) {
        boolean provisioned = billing.equals("PROVISIONED");
        if (provisioned && throughput.equals(Throughput.NONE)) {
            throw ServiceError.invalidParameter("ReadCapacityUnits and WriteCapacityUnits must both be specified when"
                    + " BillingMode is PROVISIONED");
        }
        if (!provisioned && !throughput.equals(Throughput.NONE)) {
            throw ServiceError.invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                    + " BillingMode is PAY_PER_REQUEST");
        }
    }

    /** Refuses throughput of an index that its table's billing does not have, or the lack of it. */
    static void check(String billing, List<IndexSchema> indexes) {
        boolean provisioned = billing.equals("PROVISIONED");
        for (IndexSchema index : indexes) {
            boolean given = !index.throughput().equals(Throughput.NONE);
            if (index.global() && given != provisioned) {
                throw ServiceError.invalidParameter(
                        provisioned
                                ? "ProvisionedThroughput is not specified for index: " + index.name()
                                : "ProvisionedThroughput should not be specified for index: " + index.name()
                                        + " when BillingMode is PAY_PER_REQUEST");
            }
        }
    }

    static void refuseNoChange(TableSettings settings, Throughput given) {
        if (settings.billing().equals("PROVISIONED") && given.equals(settings.throughput())) {
            throw ServiceError.validation(
                    "The provisioned throughput for the table will not change. The requested value"
                            + " equals the current value. Current ReadCapacityUnits provisioned for the table: "
                            + given.read()
                            + ". Requested ReadCapacityUnits: " + given.read()
                            + ". Current WriteCapacityUnits provisioned for the table: " + given.write()
                            + ". Requested WriteCapacityUnits: " + given.write()
                            + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher"
                            + " limits.");
        }
    }
}
