package io.trainyard.steps.domain;

import io.trainyard.events.Metadata;
import java.util.Objects;

/**
 * Which events led to a row.
 *
 * @param causationId the event that released the step
 * @param correlationId the request that began the job
 */
public record Cause(String causationId, String correlationId) {

    public Cause {
        Objects.requireNonNull(causationId, "causationId");
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /** What follows from an event. */
    public static Cause of(Metadata event) {
        return new Cause(event.id(), event.correlationId());
    }
}
