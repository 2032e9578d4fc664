package io.trainyard.steps.app;

import io.trainyard.steps.domain.Outcome;
import java.util.Objects;

/** What AWS shows of an attempt's resource. */
public sealed interface Sighting {

    /** It exists and has not ended. */
    record Running() implements Sighting {}

    /** It has ended, or is proven. */
    record Ended(Outcome outcome) implements Sighting {
        public Ended {
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** There is no such resource. */
    record Absent() implements Sighting {}
}
