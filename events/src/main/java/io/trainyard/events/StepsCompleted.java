package io.trainyard.events;

import java.util.Objects;

/** All ends of a job with several are in. */
public record StepsCompleted(String step, int attempt) implements ReleasingFact, StepFact {

    public StepsCompleted {
        Objects.requireNonNull(step, "step");
    }
}
