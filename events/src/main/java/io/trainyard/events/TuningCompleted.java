package io.trainyard.events;

import io.trainyard.events.request.TrainingSpec;
import java.util.Map;
import java.util.Objects;

/**
 * A tuning job ended well.
 *
 * @param bestTrial the best trial as a training request that runs as it is (A10)
 */
public record TuningCompleted(
        String step, int attempt, String resource, TrainingSpec bestTrial, Map<String, Double> metrics)
        implements ReleasingFact, StepFact {

    public TuningCompleted {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(bestTrial, "bestTrial");
        metrics = Map.copyOf(Objects.requireNonNull(metrics, "metrics"));
    }
}
