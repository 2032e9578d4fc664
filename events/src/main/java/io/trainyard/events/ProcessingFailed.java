package io.trainyard.events;

import java.util.Objects;

/** A processing step failed for good. */
public record ProcessingFailed(String step, int attempt, String resource, Failure failure)
        implements StandingFact, StepFailure {

    public ProcessingFailed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
    }
}
