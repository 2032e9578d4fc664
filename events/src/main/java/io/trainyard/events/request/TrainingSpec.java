package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A training step.
 *
 * @param image the container; null for the job's
 * @param channels S3 location by channel name; at least {@code train}
 * @param hyperparameters as the container reads them, all strings
 * @param instanceTypes the types to try, in this order
 * @param instanceCount more than one only for containers that distribute their work (D5)
 * @param volumeGb the disk of each instance
 * @param maxRuntimeSeconds after which SageMaker stops the job
 * @param spot whether to try spot capacity first, on every type, before paying for on-demand; null for no
 * @param maxWaitSeconds how long a spot job may wait and run together; null for twice its run time
 * @param checkpointSeconds how old a spot job's newest checkpoint may be at its end before the record warns; null for 15 minutes
 * @param metrics regular expression by metric name, over the container's log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TrainingSpec(
        @Nullable String image,
        @JsonInclude Map<String, String> channels,
        Map<String, String> hyperparameters,
        List<String> instanceTypes,
        @Nullable Integer instanceCount,
        @Nullable Integer volumeGb,
        @Nullable Integer maxRuntimeSeconds,
        @Nullable Boolean spot,
        @Nullable Integer maxWaitSeconds,
        @Nullable Integer checkpointSeconds,
        Map<String, String> metrics) {

    public TrainingSpec {
        Objects.requireNonNull(channels, "channels");
        channels = Map.copyOf(channels);
        hyperparameters = hyperparameters == null ? Map.of() : Map.copyOf(hyperparameters);
        instanceTypes = instanceTypes == null ? List.of() : List.copyOf(instanceTypes);
        metrics = metrics == null ? Map.of() : Map.copyOf(metrics);
    }
}
