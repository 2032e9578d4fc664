package io.trainyard.events;

import java.util.Objects;

/** Terminal: the run was cancelled before it was decided otherwise. Decided once per run. */
public record JobCancelled(String name, String requestedBy) implements StandingFact {

    public JobCancelled {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
