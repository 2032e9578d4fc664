package io.trainyard.trainer.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment decides about a container. The names are those of AWS's own container toolkits, so that a
 * runner needs no special case for this image.
 *
 * @param layout {@code SAGEMAKER_BASE_DIR}, default {@code /opt/ml}
 * @param host {@code SAGEMAKER_BIND_TO_HOST}; by default every interface in a container, loopback where
 *     {@code SAGEMAKER_BASE_DIR} says that this is an ordinary process
 * @param port {@code SAGEMAKER_BIND_TO_PORT}, default 8080; 0 takes a free one
 * @param modelVersion {@code TRAINYARD_MODEL_VERSION}: the version that every answer names
 * @param limits what one server takes at once
 */
public record ContainerSettings(
        ContainerLayout layout, String host, int port, Optional<String> modelVersion, Limits limits) {

    /**
     * What one server takes at once.
     *
     * @param workers {@code MODEL_SERVER_WORKERS}: predictions computed at the same time, default one per CPU
     * @param timeout {@code MODEL_SERVER_TIMEOUT}, seconds that a request may wait for a worker, default 60
     * @param bodyBytes {@code MAX_REQUEST_BYTES}: larger bodies are refused, default 5 MiB
     */
    public record Limits(int workers, Duration timeout, int bodyBytes) {}

    private static final String BASE_DIR = "SAGEMAKER_BASE_DIR";

    /**
     * Reads the environment.
     *
     * @throws ContainerFailure if a number is not one, naming the variable
     */
    public static ContainerSettings from(Map<String, String> environment) {
        String base = environment.getOrDefault(BASE_DIR, "/opt/ml");
        String host = environment.containsKey(BASE_DIR) ? "127.0.0.1" : "0.0.0.0";
        Limits limits = new Limits(
                number(environment, "MODEL_SERVER_WORKERS", Runtime.getRuntime().availableProcessors(), 1, 1024),
                Duration.ofSeconds(number(environment, "MODEL_SERVER_TIMEOUT", 60, 1, 3600)),
                number(environment, "MAX_REQUEST_BYTES", 5 * 1024 * 1024, 1, 256 * 1024 * 1024));
        return new ContainerSettings(
                new ContainerLayout(Path.of(base)),
                environment.getOrDefault("SAGEMAKER_BIND_TO_HOST", host),
                number(environment, "SAGEMAKER_BIND_TO_PORT", 8080, 0, 65535),
                Optional.ofNullable(environment.get("TRAINYARD_MODEL_VERSION")),
                limits);
    }

    private static int number(Map<String, String> environment, String name, int standard, int least, int most) {
        String text = environment.get(name);
        if (text == null) {
            return standard;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, with the range.
        }
        throw new ContainerFailure("environment variable %s is '%s'; it must be a whole number from %d to %d"
                .formatted(name, text, least, most));
    }
}
