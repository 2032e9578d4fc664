package io.trainyard.events;

import java.util.Objects;

/**
 * Somebody nudges a run that stands still: the last release of each of its open steps is said again under its own id, and its verdict
 * where it has one. Nothing is done twice.
 *
 * @param run which run
 * @param requestedBy who asked
 */
public record JobNudgeRequested(int run, String requestedBy) implements UnroutedFact {

    public JobNudgeRequested {
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
