package io.trainyard.steps.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.ResourceName;
import java.util.Objects;

/**
 * What SageMaker says of a resource of ours. May come several times, in any order, and before the create call has returned.
 *
 * @param name the resource
 * @param detailType such as {@code SageMaker Training Job State Change}
 * @param detail as SageMaker sent it
 */
public record ResourceChange(ResourceName name, String detailType, JsonNode detail) {

    public ResourceChange {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(detailType, "detailType");
        Objects.requireNonNull(detail, "detail");
    }
}
