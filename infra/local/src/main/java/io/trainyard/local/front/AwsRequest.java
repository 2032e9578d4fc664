package io.trainyard.local.front;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it reached the account.
 *
 * @param method upper case
 * @param path the raw path, still percent-encoded
 * @param query the raw query string, empty where there is none
 * @param headers lower-case names; several values of one name are joined by a comma
 * @param body the whole body, empty where there is none
 * @param principal who signed it: {@code admin}, or the service whose function it is; empty where nobody did
 */
public record AwsRequest(
        String method, String path, String query, Map<String, String> headers, byte[] body, String principal) {

    /** An unsigned request. */
    public AwsRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {
        this(method, path, query, headers, body, "");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The operation of the JSON protocols: {@code PutItem} out of {@code X-Amz-Target: DynamoDB_20120810.PutItem}. */
    public Optional<String> operation() {
        return header("x-amz-target").map(target -> target.substring(target.indexOf('.') + 1));
    }
}
