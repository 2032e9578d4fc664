package io.trainyard.inference.domain;

import java.util.Objects;

/**
 * A job as the ledger's record shows it.
 *
 * @param name what people call it; not unique
 * @param status such as {@code TRAINING_MODEL} or {@code READY}
 */
public record KnownJob(String jobId, String name, String status) {

    public KnownJob {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
    }
}
