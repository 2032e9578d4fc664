package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The number a model has to reach before it is registered.
 *
 * @param metric the name of a final metric of training
 * @param atLeast the lowest value that passes; null for no lower bound
 * @param atMost the highest value that passes; null for no upper bound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gate(
        String metric, @Nullable Double atLeast, @Nullable Double atMost) {

    public Gate {
        Objects.requireNonNull(metric, "metric");
    }

    /** Whether a value passes. NaN never does. */
    public boolean passes(double value) {
        return !Double.isNaN(value) && (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
    }
}
