package io.trainyard.events;

import java.util.Objects;

/** Please take the job's endpoint down. Said by the jobs API for a person who wants to stop paying. */
public record EndpointRetireRequested(String requestedBy) implements UnroutedFact {

    public EndpointRetireRequested {
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
