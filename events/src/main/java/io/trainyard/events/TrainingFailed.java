package io.trainyard.events;

import java.util.Objects;

/** A training step failed for good. */
public record TrainingFailed(String step, int attempt, String resource, Failure failure)
        implements StandingFact, StepFailure {

    public TrainingFailed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
    }
}
