package io.trainyard.events;

import java.util.List;
import java.util.Objects;

/** Every allowed instance type was tried until the deadline or the ladder's end. */
public record CapacityExhausted(String step, int attempt, String resource, Failure failure, List<String> tried)
        implements StandingFact, StepFailure {

    public CapacityExhausted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
        tried = List.copyOf(Objects.requireNonNull(tried, "tried"));
    }
}
