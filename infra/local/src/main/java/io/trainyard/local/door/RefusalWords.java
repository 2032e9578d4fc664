package io.trainyard.local.door;

import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.Found;
import io.trainyard.local.apimodel.Shape;
import io.trainyard.local.front.AwsFault;
import java.util.Optional;

/**
 * What services call the same refusals. Sources: {@code InvalidAction} and its sentence, ex-aws/ex_aws pull request 177 (SNS, 400,
 * whole); {@code UnknownOperationException}, aws/aws-sdk-net issue 1536 (400) and soto-project/soto issue 580 (404 where a path says what is
 * called), both without a message, in whose place ours names the operation; SQS's {@code MissingParameter} and its sentence,
 * php-enqueue/sqs issue 2 and danbooru/danbooru issue 3151; {@code ValidationError}, a shape of that name in the model of SageMaker's
 * runtime. SNS's {@code MalformedInput} is not verified.
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
