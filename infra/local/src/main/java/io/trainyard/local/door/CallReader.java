package io.trainyard.local.door;

import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;

/** Reads one of AWS's protocols. */
interface CallReader {

    /**
     * The operation that is called; empty text where the request names none.
     *
     * @throws AwsFault where the request cannot be read
     */
    String operation(AwsRequest request);

    /** The call's input, of an operation that the model has. */
    ServiceCall read(String operation, AwsRequest request);

    /** The reader of the model's protocol. */
    static CallReader of(ApiModel model) {
        return switch (model.protocol()) {
            case "json" -> new JsonCalls();
            case "rest-json" -> new RestCalls(model);
            case "query" -> new QueryCalls(model);
            default -> throw new IllegalArgumentException("no reader of protocol " + model.protocol());
        };
    }
}
