package io.trainyard.local.containers;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One container to run.
 *
 * @param image the image reference as the request gave it
 * @param argument what SageMaker passes to the image: {@code train} or {@code serve}
 * @param folder holds {@code opt/ml}; mounted as {@code /opt/ml} by Docker, named by {@code SAGEMAKER_BASE_DIR} otherwise
 * @param environment what the request and SageMaker itself add to the container's environment
 * @param port the loopback port on which a {@code serve} container must answer; empty for {@code train}
 */
public record Container(String image, String argument, Path folder, Map<String, String> environment, OptionalInt port) {

    public Container {
        environment = Map.copyOf(environment);
    }

    /** The folder that the container knows as {@code /opt/ml}. */
    public Path ml() {
        return folder.resolve("opt/ml");
    }
}
