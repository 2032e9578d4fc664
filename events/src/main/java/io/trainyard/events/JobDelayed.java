package io.trainyard.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A step waits.
 *
 * @param nextTryAt when it is tried again at the latest
 * @param reason what it waits for
 * @param tried the instance types tried so far, in order
 */
public record JobDelayed(String step, int attempt, Instant nextTryAt, String reason, List<String> tried)
        implements StandingFact, StepFact {

    public JobDelayed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(nextTryAt, "nextTryAt");
        Objects.requireNonNull(reason, "reason");
        tried = List.copyOf(Objects.requireNonNull(tried, "tried"));
    }
}
