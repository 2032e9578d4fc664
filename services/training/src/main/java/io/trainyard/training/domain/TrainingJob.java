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
 * @param spot whether spot capacity is asked for
 * @param places where in S3 it writes
 */
public record TrainingJob(
        String name, AttemptKey key, TrainingSpec spec, String instanceType, boolean spot, Places places) {

    /**
     * Where in S3 a training job writes.
     *
     * @param output where artifacts go, a prefix
     * @param checkpoints where every attempt at the same work leaves its checkpoints and finds those of the one before, a prefix
     */
    public record Places(String output, String checkpoints) {

        public Places {
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(checkpoints, "checkpoints");
        }
    }

    public TrainingJob {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(instanceType, "instanceType");
        Objects.requireNonNull(places, "places");
    }
}
