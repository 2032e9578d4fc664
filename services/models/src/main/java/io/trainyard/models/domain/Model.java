package io.trainyard.models.domain;

import io.trainyard.steps.domain.AttemptKey;
import java.util.Objects;

/**
 * A model as it is asked of SageMaker.
 *
 * @param name the attempt's resource name, which is also the version that the container names in its answers
 * @param key the attempt, which becomes the tags
 * @param image the container that serves
 * @param artifact the model archive, an S3 location
 */
public record Model(String name, AttemptKey key, String image, String artifact) {

    public Model {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(artifact, "artifact");
    }
}
