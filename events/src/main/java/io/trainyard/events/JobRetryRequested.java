package io.trainyard.events;

import java.util.Objects;

/**
 * Somebody ends the waits of a run: its steps that wait for capacity are tried again now.
 *
 * @param run which run
 * @param requestedBy who asked
 */
public record JobRetryRequested(int run, String requestedBy) implements UnroutedFact {

    public JobRetryRequested {
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
