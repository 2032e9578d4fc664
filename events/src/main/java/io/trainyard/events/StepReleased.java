package io.trainyard.events;

import java.util.Objects;

/**
 * Steps may start, or start again.
 *
 * @param reason why now: all branches are in, another instance type is tried, a run was resumed
 */
public record StepReleased(String reason) implements ReleasingFact {

    public StepReleased {
        Objects.requireNonNull(reason, "reason");
    }
}
