package io.trainyard.inference.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A job as the ledger's record shows it.
 *
 * @param name what people call it, not unique; its id until the record knows
 * @param status such as {@code TRAINING_MODEL} or {@code READY}
 */
public record KnownJob(String jobId, String name, String status, Instant createdAt) {

    public KnownJob {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
