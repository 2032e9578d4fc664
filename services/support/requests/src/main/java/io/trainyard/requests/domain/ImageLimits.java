package io.trainyard.requests.domain;

import java.util.Map;
import java.util.Objects;

/**
 * What the deployment knows of one container image.
 *
 * @param uri where SageMaker pulls it from
 * @param distributed whether several instances share the work of one training job (D5)
 * @param open whether it takes hyperparameters beside those listed
 * @param hyperparameters rule by name
 * @param metrics regular expression by metric name, for requests that bring none
 */
public record ImageLimits(
        String uri,
        boolean distributed,
        boolean open,
        Map<String, HyperparameterRule> hyperparameters,
        Map<String, String> metrics) {

    public ImageLimits {
        Objects.requireNonNull(uri, "uri");
        hyperparameters = hyperparameters == null ? Map.of() : Map.copyOf(hyperparameters);
        metrics = metrics == null ? Map.of() : Map.copyOf(metrics);
    }
}
