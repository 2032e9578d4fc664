package io.trainyard.events.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step that may start now.
 *
 * @param attempt 1 for the first try in its run
 * @param instanceType the type to use instead of the first one asked for, after a climb; null otherwise
 * @param spot whether to ask for spot capacity, after a climb; null for what the step's spec says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Release(
        String step,
        String kind,
        int attempt,
        @Nullable String instanceType,
        @Nullable Boolean spot) {

    public Release {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1, got " + attempt);
        }
    }

    static Release first(PlannedStep step) {
        return new Release(step.step(), step.kind(), 1, null, null);
    }
}
