package io.trainyard.jobs.domain;

import io.trainyard.events.Violation;
import java.time.Instant;
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

    /**
     * Its caller has asked for too many. Nothing is kept and nothing said.
     *
     * @param quota how many a caller may ask for within an hour
     * @param asked how many this one has
     * @param now when it asked for this one
     * @param next when the next is possible
     */
    record OverQuota(int quota, int asked, Instant now, Instant next) implements Submitted {}

    /** Its key belongs to another request's job. */
    record KeyTaken(String jobId) implements Submitted {}
}
