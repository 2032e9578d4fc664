package io.trainyard.events;

import java.util.Objects;

/** A step that does nothing is done: benchmark, chaos run, smoke test. */
public record ProbeCompleted(String step, int attempt) implements ReleasingFact, StepFact {

    public ProbeCompleted {
        Objects.requireNonNull(step, "step");
    }
}
