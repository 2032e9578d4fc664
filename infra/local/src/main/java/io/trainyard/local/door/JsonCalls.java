package io.trainyard.local.door;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.JsonProtocol;

/** The JSON protocols: the operation in {@code X-Amz-Target}, its input in the body. */
final class JsonCalls implements CallReader {

    @Override
    public String operation(AwsRequest request) {
        return request.operation().orElse("");
    }

    @Override
    public ServiceCall read(String operation, AwsRequest request) {
        return new ServiceCall(operation, JsonProtocol.body(request));
    }
}
