package io.trainyard.events;

import java.util.Objects;

/** Terminal: the run reached its end. Decided once per run. */
public record JobCompleted(String name) implements StandingFact {

    public JobCompleted {
        Objects.requireNonNull(name, "name");
    }
}
