package io.trainyard.events;

import java.time.Instant;
import java.util.Objects;

/**
 * What every event says about itself.
 *
 * @param id drawn from job, run, step, attempt and event name ({@link EventIds}): saying an event twice gives the same id
 * @param jobId the job it belongs to
 * @param causationId the id of the event that led to this one; its own id where nothing did
 * @param correlationId the id of the request that began the job
 * @param occurredAt when it happened, UTC
 * @param version of the fact's shape, 1 or higher
 */
public record Metadata(
        String id, String jobId, String causationId, String correlationId, Instant occurredAt, int version) {

    public Metadata {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(causationId, "causationId");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, got " + version);
        }
    }
}
