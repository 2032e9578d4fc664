package io.trainyard.events;

import java.util.Objects;

/**
 * An endpoint of ours is gone, with its configuration, and its model unless a step of its job can still serve it (ADR 10).
 *
 * @param run of the job that it belonged to
 * @param reason why it left, in words
 */
public record EndpointRetired(int run, String endpoint, String reason) implements UnroutedFact {

    public EndpointRetired {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(reason, "reason");
    }
}
