package io.trainyard.local.lambda;

import java.nio.file.Path;
import java.util.List;

/**
 * What runs a Java function package.
 *
 * @param jars the jars of AWS's Runtime Interface Client
 * @param handler the function's handler, {@code class::method}
 */
public record FunctionRuntime(List<Path> jars, String handler) {

    /** The handler of every function that Quarkus builds. */
    public static final String QUARKUS = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    public FunctionRuntime {
        jars = List.copyOf(jars);
    }
}
