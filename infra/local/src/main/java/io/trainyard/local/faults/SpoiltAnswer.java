package io.trainyard.local.faults;

import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.JsonProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Refusals in each service's own words and wire form. Sources: "Common Errors" of each service's API reference, and for S3
 * "Error responses"; SageMaker's throttling is quoted in aws/deep-learning-containers pull request 1018.
 */
final class SpoiltAnswer {

    private static final int UNAVAILABLE = 503;
    private static final String INTERNAL = "We encountered an internal error. Please try again.";
    private static final Map<String, AwsFault> THROTTLED = Map.of(
            "dynamodb",
            new AwsFault(
                    400,
                    "ProvisionedThroughputExceededException",
                    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your"
                            + " provisioning level with the UpdateTable API."),
            "sns",
            new AwsFault(429, "Throttled", "Rate exceeded"),
            "s3",
            new AwsFault(UNAVAILABLE, "SlowDown", "Please reduce your request rate."),
            "sqs",
            new AwsFault(400, "RequestThrottled", "Request is throttled."));
    private static final Map<String, AwsFault> BROKEN = Map.of(
            "dynamodb",
            new AwsFault(500, "InternalServerError", "Internal server error"),
            "events",
            new AwsFault(500, "InternalException", "This exception occurs due to unexpected causes."),
            "sns",
            new AwsFault(500, "InternalError", INTERNAL),
            "s3",
            new AwsFault(500, "InternalError", INTERNAL),
            "scheduler",
            new AwsFault(500, "InternalServerException", "Unexpected error encountered while processing the request."));

    private SpoiltAnswer() {}

    static AwsResponse throttled(String service) {
        return written(
                service, THROTTLED.getOrDefault(service, new AwsFault(400, "ThrottlingException", "Rate exceeded")));
    }

    /** The error that the fault names, or the service's internal error. What ends in Exception or Fault of no server is a 400. */
    static AwsResponse error(String service, Fault fault) {
        var standard = BROKEN.getOrDefault(service, new AwsFault(500, "InternalFailure", INTERNAL));
        var answer = fault.effect()
                .error()
                .map(name -> new AwsFault(
                        name.contains("Internal") || name.contains("Unavailable") ? 500 : 400,
                        name,
                        "refused on purpose by fault " + fault.id()))
                .orElse(standard);
        return written(service, answer);
    }

    private static AwsResponse written(String service, AwsFault fault) {
        var code = "<Code>" + fault.code() + "</Code><Message>" + fault.getMessage() + "</Message>";
        return switch (service) {
            case "s3" -> xml(fault.status(), "<Error>" + code + "</Error>");
            case "sns" ->
                xml(fault.status(), "<ErrorResponse><Error><Type>Sender</Type>" + code + "</Error></ErrorResponse>");
            default -> JsonProtocol.fault(fault, "application/x-amz-json-1.1");
        };
    }

    private static AwsResponse xml(int status, String body) {
        return AwsResponse.of(status, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }
}
