package io.trainyard.events;

import java.util.Objects;

/** Everyone stops what it runs for this run of the job, unless the run is decided already. */
public record JobCancelRequested(int run, String requestedBy) implements UnroutedFact {

    public JobCancelRequested {
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
