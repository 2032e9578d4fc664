package io.trainyard.events.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a finished step leaves for those after it: references and numbers, never payloads.
 *
 * @param artifact a model archive or other output, an S3 location
 * @param image the container image that reads the artifact
 * @param model the name of a registered model
 * @param endpoint the name of an endpoint
 * @param metrics final metrics by name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepOutput(
        @Nullable String artifact,
        @Nullable String image,
        @Nullable String model,
        @Nullable String endpoint,
        Map<String, Double> metrics) {

    /** What a step leaves that has nothing to say. */
    public static final StepOutput NOTHING = new StepOutput(null, null, null, null, Map.of());

    public StepOutput {
        metrics = metrics == null ? Map.of() : Map.copyOf(metrics);
    }

    public static StepOutput trained(String artifact, String image, Map<String, Double> metrics) {
        return new StepOutput(artifact, image, null, null, metrics);
    }

    public static StepOutput registered(String model, @Nullable String artifact) {
        return new StepOutput(artifact, null, model, null, Map.of());
    }

    public static StepOutput deployed(String endpoint) {
        return new StepOutput(null, null, null, endpoint, Map.of());
    }
}
