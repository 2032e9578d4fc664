package io.trainyard.training.domain;

import io.trainyard.events.request.TrainingSpec;
import io.trainyard.steps.domain.AttemptKey;
import java.util.Objects;

/**
 * A training job as it is asked of SageMaker.
 *
 * @param name the attempt's resource name
 * @param key the attempt, which becomes the tags
 * @param spec complete: intake has filled every default
 * @param instanceType the type of this attempt
 * @param outputPath where artifacts go, an S3 prefix
 */
public record TrainingJob(String name, AttemptKey key, TrainingSpec spec, String instanceType, String outputPath) {

    public TrainingJob {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(instanceType, "instanceType");
        Objects.requireNonNull(outputPath, "outputPath");
    }
}
