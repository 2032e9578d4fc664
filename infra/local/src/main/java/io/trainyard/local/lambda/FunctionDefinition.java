package io.trainyard.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A function as it is deployed.
 *
 * @param name {@code ty-local-training}
 * @param memory megabytes
 * @param archive its {@code function.zip}
 * @param handler {@code class::method}; empty for the host's own
 * @param environment its own variables; what Lambda itself sets is added at the start of a process
 */
public record FunctionDefinition(
        String name,
        String arn,
        int memory,
        Duration timeout,
        Path archive,
        Optional<String> handler,
        Map<String, String> environment) {

    public FunctionDefinition {
        environment = Map.copyOf(environment);
    }
}
