package io.trainyard.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.Found;
import io.trainyard.local.apimodel.RequestCheck;
import io.trainyard.local.dynamodb.fault.ServiceError;

/** What AWS's front refuses before DynamoDB itself sees a request: wrong types and broken constraints of the API model. */
final class FrontDoor {

    private static final String MODEL = "dynamodb-2012-08-10-model.json";

    private final ApiModel model = ApiModel.read(MODEL);
    private final RequestCheck check = new RequestCheck(model);

    /** Whether AWS has the operation, supported here or not. */
    boolean knows(String operation) {
        return model.has(operation);
    }

    /** Refuses what the model does not allow, every violation named. */
    void check(String operation, ObjectNode request) {
        check.refusal(operation, request).ifPresent(found -> {
            throw refusal(found);
        });
    }

    private static ServiceError refusal(Found found) {
        return found.error().equals("SerializationException")
                ? ServiceError.serialization(RequestWords.ofType(found.message()))
                : ServiceError.validation(RequestWords.ofConstraint(found.message()));
    }
}
