package io.trainyard.events;

import java.util.Objects;

/** A batch transform ended well; its output lies at an S3 location. */
public record TransformCompleted(String step, int attempt, String resource, String output)
        implements ReleasingFact, StepFact {

    public TransformCompleted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(output, "output");
    }
}
