package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Map;
import java.util.TreeMap;

/** The parameters that AWS calls legacy since expressions exist. The local account refuses them by name. */
final class Legacy {

    private static final Map<String, String> INSTEAD = new TreeMap<>(Map.of(
            "AttributesToGet", "ProjectionExpression",
            "AttributeUpdates", "UpdateExpression",
            "ConditionalOperator", "ConditionExpression or FilterExpression",
            "Expected", "ConditionExpression",
            "KeyConditions", "KeyConditionExpression",
            "QueryFilter", "FilterExpression",
            "ScanFilter", "FilterExpression"));

    private Legacy() {}

    static void refuse(Parameters request) {
        INSTEAD.forEach((name, instead) -> {
            if (request.has(name)) {
                throw ServiceError.validation("The legacy parameter " + name
                        + " is not supported by the local account: use " + instead + " instead");
            }
        });
    }
}
