package io.trainyard.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Open the next run of a failed job.
 *
 * @param run the failed run that is resumed
 * @param from the step to begin again with, and everything after it, done or not; null for what is not done only
 * @param set what the next run's specs say instead; null for nothing
 */
public record JobResumeRequested(
        int run,
        String requestedBy,
        @Nullable String from,
        @Nullable List<SpecChange> set) implements UnroutedFact {

    public JobResumeRequested {
        Objects.requireNonNull(requestedBy, "requestedBy");
        set = set == null ? null : List.copyOf(set);
    }

    /** A resume that changes nothing. */
    public JobResumeRequested(int run, String requestedBy) {
        this(run, requestedBy, null, null);
    }

    /** What the next run's specs say instead. */
    public List<SpecChange> changes() {
        return set == null ? List.of() : set;
    }
}
