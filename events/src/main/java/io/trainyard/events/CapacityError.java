package io.trainyard.events;

import java.util.List;
import java.util.Objects;

/**
 * No capacity, no quota, or spot capacity reclaimed; not final.
 *
 * @param instanceType the type that was asked for
 * @param tried the types tried so far, in order
 */
public record CapacityError(String step, int attempt, Failure failure, String instanceType, List<String> tried)
        implements StandingFact, StepFact {

    public CapacityError {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(instanceType, "instanceType");
        tried = List.copyOf(Objects.requireNonNull(tried, "tried"));
    }
}
