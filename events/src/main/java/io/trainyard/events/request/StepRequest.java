package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a graph.
 *
 * @param step its name: at most 16 small letters, digits and single hyphens
 * @param kind such as {@code training}, {@code model}, {@code endpoint}
 * @param after the steps it waits for
 * @param spec in the shape of its kind
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepRequest(
        String step,
        String kind,
        List<String> after,
        @Nullable JsonNode spec) {

    public StepRequest {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        after = after == null ? List.of() : List.copyOf(after);
        spec = spec == null || spec.isNull() ? null : spec;
    }
}
