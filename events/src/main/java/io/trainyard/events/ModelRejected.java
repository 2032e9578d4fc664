package io.trainyard.events;

import java.util.Map;
import java.util.Objects;

/**
 * A model did not pass its gate, or could not be registered.
 *
 * @param metrics the numbers that the gate saw
 */
public record ModelRejected(String step, int attempt, String resource, Failure failure, Map<String, Double> metrics)
        implements StandingFact, StepFailure {

    public ModelRejected {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(failure, "failure");
        metrics = Map.copyOf(Objects.requireNonNull(metrics, "metrics"));
    }
}
