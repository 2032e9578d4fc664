package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint step.
 *
 * @param instanceTypes the types to try, in this order; empty for the deployment's default
 * @param instanceCount how many instances serve; null for one
 * @param golden what to ask the new endpoint before it counts as ready; null for the row that the trainer kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EndpointSpec(
        List<String> instanceTypes,
        @Nullable Integer instanceCount,
        @Nullable Golden golden) {

    public EndpointSpec {
        instanceTypes = instanceTypes == null ? List.of() : List.copyOf(instanceTypes);
    }
}
