package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A model step.
 *
 * @param image the container that serves; null for the one that trained
 * @param artifact a model archive trained elsewhere, an S3 location; null for the training step's (D6)
 * @param gate what the model has to reach; null for no gate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelSpec(
        @Nullable String image,
        @Nullable String artifact,
        @Nullable Gate gate) {}
