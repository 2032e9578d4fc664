package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A training job ended well.
 *
 * @param resource the training job's name
 * @param artifact where the model archive lies, an S3 location
 * @param metrics the final value of each metric by name
 * @param billableSeconds wall-clock seconds that SageMaker bills, for each instance
 * @param spot how it fared on spot capacity; null where it did not run on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingCompleted(
        String step,
        int attempt,
        String resource,
        String artifact,
        Map<String, Double> metrics,
        long billableSeconds,
        String instanceType,
        @Nullable SpotReport spot)
        implements ReleasingFact, StepFact {

    public TrainingCompleted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(instanceType, "instanceType");
        metrics = Map.copyOf(Objects.requireNonNull(metrics, "metrics"));
    }
}
