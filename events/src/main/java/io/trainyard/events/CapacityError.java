package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No capacity, no quota, or spot capacity reclaimed; not final.
 *
 * @param instanceType the type that was asked for
 * @param tried the types tried so far, in order
 * @param spot whether spot capacity was asked for; null where the step does not know spot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CapacityError(
        String step,
        int attempt,
        Failure failure,
        String instanceType,
        List<String> tried,
        @Nullable Boolean spot) implements StandingFact, StepFact {

    public CapacityError {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(instanceType, "instanceType");
        tried = List.copyOf(Objects.requireNonNull(tried, "tried"));
    }
}
