package io.trainyard.jobs.domain;

import io.trainyard.events.Violation;
import java.util.List;

/** What became of asking to change the course of a job. */
public sealed interface Steered {

    /** It is asked for; what comes of it will be in the record. */
    record Asked(String jobId, int run, String message) implements Steered {}

    /** What is asked for breaks rules: every one of them. */
    record Refused(List<Violation> violations) implements Steered {

        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** There is no such job. */
    record Unknown() implements Steered {}

    /** The job is not where that makes sense. */
    record Impossible(String message) implements Steered {}
}
