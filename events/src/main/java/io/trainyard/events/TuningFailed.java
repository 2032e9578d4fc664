package io.trainyard.events;

import java.util.Objects;

/** A tuning step failed for good. */
public record TuningFailed(String step, int attempt, String resource, Failure failure)
        implements StandingFact, StepFailure {

    public TuningFailed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
    }
}
