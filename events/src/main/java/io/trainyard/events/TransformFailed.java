package io.trainyard.events;

import java.util.Objects;

/** A batch transform failed for good. */
public record TransformFailed(String step, int attempt, String resource, Failure failure)
        implements StandingFact, StepFailure {

    public TransformFailed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
    }
}
