package io.trainyard.events;

import java.util.Map;
import java.util.Objects;

/**
 * A training job ended well.
 *
 * @param resource the training job's name
 * @param artifact where the model archive lies, an S3 location
 * @param metrics the final value of each metric by name
 * @param billableSeconds what SageMaker bills, summed over instances
 */
public record TrainingCompleted(
        String step,
        int attempt,
        String resource,
        String artifact,
        Map<String, Double> metrics,
        long billableSeconds,
        String instanceType)
        implements ReleasingFact, StepFact {

    public TrainingCompleted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(instanceType, "instanceType");
        metrics = Map.copyOf(Objects.requireNonNull(metrics, "metrics"));
    }
}
