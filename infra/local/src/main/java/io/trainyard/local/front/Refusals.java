package io.trainyard.local.front;

import java.nio.charset.StandardCharsets;

/** What the front refuses whatever the service. */
final class Refusals {

    private static final String JSON = "application/json";

    private Refusals() {}

    static AwsResponse noSuchService(String service) {
        return JsonProtocol.fault(AwsFault.notHere("The service '" + service + "'"), JSON);
    }

    static AwsResponse noSuchPath() {
        return AwsResponse.of(404, JSON, "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
    }

    static AwsResponse tooLarge(int limit) {
        var fault = new AwsFault(413, "RequestEntityTooLarge", "The body is larger than " + limit + " bytes.");
        return JsonProtocol.fault(fault, JSON);
    }

    static AwsResponse internal() {
        return JsonProtocol.fault(
                new AwsFault(500, "InternalFailure", "The local account failed; its log says why."), JSON);
    }
}
