package io.trainyard.events;

import java.util.Map;
import java.util.Objects;

/**
 * A model passed its gate and is registered.
 *
 * @param model the SageMaker model's name, which is also its version
 * @param modelArn as SageMaker answered it
 * @param artifact the archive it was made of, an S3 location
 * @param metrics the numbers that the gate saw
 */
public record ModelRegistered(
        String step, int attempt, String model, String modelArn, String artifact, Map<String, Double> metrics)
        implements ReleasingFact, StepFact {

    public ModelRegistered {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(modelArn, "modelArn");
        Objects.requireNonNull(artifact, "artifact");
        metrics = Map.copyOf(Objects.requireNonNull(metrics, "metrics"));
    }
}
