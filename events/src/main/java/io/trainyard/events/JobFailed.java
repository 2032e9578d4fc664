package io.trainyard.events;

import java.util.Objects;

/**
 * Terminal: the run is lost. Decided once per run.
 *
 * @param step the step that failed, or the one where the run was last seen
 */
public record JobFailed(String name, String step, Failure failure) implements StandingFact {

    public JobFailed {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(failure, "failure");
    }
}
