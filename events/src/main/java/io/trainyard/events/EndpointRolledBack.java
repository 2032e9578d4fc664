package io.trainyard.events;

import java.util.Objects;

/** SageMaker went back to what the endpoint served before; the new model is not live. */
public record EndpointRolledBack(String step, int attempt, String resource, Failure failure)
        implements StandingFact, StepFailure {

    public EndpointRolledBack {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
    }
}
