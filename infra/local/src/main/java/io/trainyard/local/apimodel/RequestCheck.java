package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The check that AWS's front makes of every request: types first, then every constraint of the model, all violations in
 * one answer.
 */
public final class RequestCheck {

    private final ApiModel model;

    public RequestCheck(ApiModel model) {
        this.model = model;
    }

    /** Why the operation's input is refused; empty where it satisfies the model. Members unknown to the model are ignored, as AWS does. */
    public Optional<Found> refusal(String operation, JsonNode input) {
        String shape = model.input(operation).orElse("");
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> wrongType = new TypeCheck(model).firstMismatch(shape, input);
        if (wrongType.isPresent()) {
            return Optional.of(new Found("SerializationException", wrongType.get()));
        }
        List<String> violations = new ConstraintCheck(model).violations(shape, input);
        return violations.isEmpty() ? Optional.empty() : Optional.of(validation(violations));
    }

    private static Found validation(List<String> violations) {
        String counted = violations.size() == 1
                ? "1 validation error detected: "
                : violations.size() + " validation errors detected: ";
        return new Found("ValidationException", violations.stream().collect(Collectors.joining("; ", counted, "")));
    }
}
