package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SageMaker has taken the training job.
 *
 * @param resource the training job's name
 * @param instanceType what it runs on
 * @param spot whether on spot capacity; null where that was not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingStarted(
        String step,
        int attempt,
        String resource,
        String instanceType,
        @Nullable Boolean spot) implements StandingFact, StepFact {

    public TrainingStarted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(instanceType, "instanceType");
    }
}
