package io.trainyard.local.door;

import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.Found;
import io.trainyard.local.apimodel.Shape;
import io.trainyard.local.front.AwsFault;
import java.util.Optional;

/**
 * What services call the same refusals. Sources: "Common Errors" of each service's API reference; SageMaker's runtime has a
 * shape {@code ValidationError} in its model; SQS's own sentence for a missing parameter is quoted in aws/aws-sdk-js issues.
 */
final class RefusalWords {

    private static final String QUERY = "query";

    private final ApiModel model;

    RefusalWords(ApiModel model) {
        this.model = model;
    }

    AwsFault unknownOperation(String operation) {
        return switch (model.protocol()) {
            case QUERY ->
                AwsFault.of(
                        "InvalidAction", "Could not find operation " + operation + " for version " + model.version());
            case "rest-json" ->
                new AwsFault(404, "UnknownOperationException", model.fullName() + " has no such operation.");
            default ->
                AwsFault.of("UnknownOperationException", model.fullName() + " has no operation '" + operation + "'.");
        };
    }

    AwsFault refusal(ServiceCall call, Found found) {
        var missing = missingParameter(call);
        if (missing.isPresent()) {
            return AwsFault.of("MissingParameter", "The request must contain the parameter " + missing.get() + ".");
        }
        return AwsFault.of(error(found), found.message());
    }

    private String error(Found found) {
        if (found.error().equals("SerializationException")) {
            return model.protocol().equals(QUERY) ? "MalformedInput" : found.error();
        }
        return model.protocol().equals(QUERY) || model.hasShape("ValidationError") ? "ValidationError" : found.error();
    }

    /** SQS names one missing parameter, and has no other violations in its model. */
    private Optional<String> missingParameter(ServiceCall call) {
        if (!model.fullName().equals("Amazon Simple Queue Service")) {
            return Optional.empty();
        }
        return model.input(call.operation())
                .map(model::shape)
                .filter(Shape.Structure.class::isInstance)
                .map(Shape.Structure.class::cast)
                .flatMap(structure -> structure.required().stream()
                        .filter(member -> call.input().path(member).isMissingNode())
                        .findFirst());
    }
}
