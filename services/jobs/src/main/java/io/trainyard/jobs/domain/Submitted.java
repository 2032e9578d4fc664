package io.trainyard.jobs.domain;

import io.trainyard.events.Violation;
import java.util.List;

/** What became of a submission. */
public sealed interface Submitted {

    /**
     * It is taken, now or by an earlier copy.
     *
     * @param status {@code PENDING}, or how far the job of an earlier copy is
     */
    record Taken(String jobId, String status) implements Submitted {}

    /** It cannot run, for each of these reasons. */
    record Refused(List<Violation> violations) implements Submitted {

        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** Its key belongs to another request's job. */
    record KeyTaken(String jobId) implements Submitted {}
}
