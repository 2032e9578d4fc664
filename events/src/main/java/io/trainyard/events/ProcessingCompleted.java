package io.trainyard.events;

import java.util.Objects;

/** A processing job ended well; its output lies at an S3 location. */
public record ProcessingCompleted(String step, int attempt, String resource, String output)
        implements ReleasingFact, StepFact {

    public ProcessingCompleted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(output, "output");
    }
}
