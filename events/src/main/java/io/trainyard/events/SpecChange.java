package io.trainyard.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * One value of a step's spec that is another in the next run.
 *
 * @param step whose spec
 * @param path where in it, names with points between: {@code hyperparameters.epochs}
 * @param value of any shape
 */
public record SpecChange(String step, String path, JsonNode value) {

    public SpecChange {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
    }
}
