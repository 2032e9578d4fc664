package io.trainyard.events;

import java.util.Objects;

/**
 * Open the next run of a failed job.
 *
 * @param run the failed run that is resumed
 */
public record JobResumeRequested(int run, String requestedBy) implements UnroutedFact {

    public JobResumeRequested {
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
