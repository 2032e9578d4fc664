package io.trainyard.events;

import java.util.Objects;

/**
 * SageMaker has taken the training job.
 *
 * @param resource the training job's name
 * @param instanceType what it runs on
 */
public record TrainingStarted(String step, int attempt, String resource, String instanceType)
        implements StandingFact, StepFact {

    public TrainingStarted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(instanceType, "instanceType");
    }
}
