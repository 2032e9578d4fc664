package io.trainyard.local.front;

import java.nio.charset.StandardCharsets;

/** What the front itself refuses, in the wire form that the service's SDK reads. */
final class Refusals {

    private static final String JSON = "application/json";
    private static final String BAD_TOKEN = "The security token included in the request is invalid.";

    private Refusals() {}

    static AwsResponse unknownKey(String service) {
        return switch (service) {
            case "s3" ->
                xml(
                        "<Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in"
                                + " our records.</Message></Error>");
            case "sns", "sts", "iam" ->
                xml("<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>" + BAD_TOKEN
                        + "</Message></Error></ErrorResponse>");
            default -> JsonProtocol.fault(new AwsFault(403, "UnrecognizedClientException", BAD_TOKEN), JSON);
        };
    }

    static AwsResponse noSuchService(String service) {
        return JsonProtocol.fault(AwsFault.notHere("The service '" + service + "'"), JSON);
    }

    static AwsResponse noSuchPath() {
        return AwsResponse.of(404, JSON, "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
    }

    static AwsResponse internal() {
        return JsonProtocol.fault(
                new AwsFault(500, "InternalFailure", "The local account failed; its log says why."), JSON);
    }

    private static AwsResponse xml(String body) {
        return AwsResponse.of(403, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }
}
