package io.trainyard.endpoints.domain;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answered.
 *
 * @param status of the container: 200 where it answered well
 * @param attributes the one header of a container's own that SageMaker passes on, such as {@code model-version=...}; null for none
 * @param body as text
 */
public record Reply(int status, @Nullable String attributes, String body) {

    private static final String VERSION = "model-version=";

    public Reply {
        Objects.requireNonNull(body, "body");
    }

    public boolean well() {
        return status >= 200 && status < 300;
    }

    /** The model version that the container names. */
    public Optional<String> modelVersion() {
        return attributes == null
                ? Optional.empty()
                : Arrays.stream(attributes.split("[,;]"))
                        .map(String::strip)
                        .filter(attribute -> attribute.startsWith(VERSION))
                        .map(attribute -> attribute.substring(VERSION.length()))
                        .findFirst();
    }
}
