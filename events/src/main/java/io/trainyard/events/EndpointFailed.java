package io.trainyard.events;

import java.util.Objects;

/** An endpoint could not be deployed or proven; what was created for it is gone. */
public record EndpointFailed(String step, int attempt, String resource, Failure failure)
        implements StandingFact, StepFailure {

    public EndpointFailed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
    }
}
