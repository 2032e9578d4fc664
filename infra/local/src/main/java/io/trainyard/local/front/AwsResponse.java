package io.trainyard.local.front;

import java.util.Map;

/** One HTTP answer of the account. The front adds {@code x-amzn-RequestId} where the service has not. */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {

    public static AwsResponse of(int status, String contentType, byte[] body) {
        return new AwsResponse(status, Map.of("Content-Type", contentType), body);
    }
}
