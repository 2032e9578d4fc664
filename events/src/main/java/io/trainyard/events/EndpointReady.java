package io.trainyard.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint is proven: it answered a golden request with the expected model version.
 *
 * @param endpoint the endpoint's name
 * @param modelVersion the version that the endpoint named when it answered
 * @param retires the oldest endpoint of ours, which leaves because the cap was reached, or where there is no surge left
 *     before this one came; null where there was room
 */
public record EndpointReady(
        String step,
        int attempt,
        String endpoint,
        String endpointArn,
        String modelVersion,
        @Nullable EndpointOf retires)
        implements ReleasingFact, StepFact {

    public EndpointReady {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(endpointArn, "endpointArn");
        Objects.requireNonNull(modelVersion, "modelVersion");
    }
}
