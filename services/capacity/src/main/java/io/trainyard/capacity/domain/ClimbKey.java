package io.trainyard.capacity.domain;

import java.util.Objects;

/** Which step of which run climbs. */
public record ClimbKey(String jobId, int run, String step) {

    public ClimbKey {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(step, "step");
    }
}
