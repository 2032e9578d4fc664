package io.trainyard.fakes;

import io.trainyard.local.lambda.Function;
import io.trainyard.local.lambda.FunctionDefinition;
import io.trainyard.local.lambda.FunctionRuntime;
import io.trainyard.local.lambda.InvocationResult;
import io.trainyard.local.lambda.LambdaHost;
import io.trainyard.local.usage.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was packaged, in the local account's Lambda host: the {@code function.zip} of the service whose folder this is, on the JVM or, where
 * it was built with {@code -Dnative}, as the executable that it holds. Its log is {@code target/packaged/ty-test-<service>.log}.
 */
public final class PackagedFunction implements CalledFunction {

    private static final Path ARCHIVE = Path.of("target/function.zip");
    private static final Path RUNTIME_CLIENT = Path.of("../../infra/local/target/ric");
    private static final Path HOME = Path.of("target/packaged").toAbsolutePath();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final LambdaHost host;
    private final Function function;

    private PackagedFunction(LambdaHost host, Function function) {
        this.host = host;
        this.function = function;
    }

    /**
     * The function of a service in the deployment {@code test}; its process starts with the first call.
     *
     * @param aws where it finds AWS
     * @param settings what its environment has beside that
     */
    public static PackagedFunction of(String service, URI aws, Map<String, String> settings) {
        if (!Files.isRegularFile(ARCHIVE)) {
            throw new IllegalStateException(ARCHIVE.toAbsolutePath()
                    + " is not there: package the service first, with ./trainyard mvn -pl services/" + service
                    + " -am verify");
        }
        folder();
        var runtime = new FunctionRuntime(runtimeClient(), FunctionRuntime.QUARKUS);
        var host = new LambdaHost(
                new LambdaHost.Settings(runtime, 1, Duration.ofMinutes(5), Optional.empty(), HOME, HOME),
                () -> UUID.randomUUID().toString(),
                new Usage());
        String name = "ty-test-" + service;
        var function = host.deploy(new FunctionDefinition(
                name,
                "arn:aws:lambda:eu-west-1:123456789012:function:" + name,
                512,
                TIMEOUT,
                ARCHIVE.toAbsolutePath(),
                Optional.empty(),
                environment(service, aws, settings)));
        return new PackagedFunction(host, function);
    }

    @Override
    public String call(String event) {
        try {
            return switch (function.call(event.getBytes(StandardCharsets.UTF_8))) {
                case InvocationResult.Answered answered -> new String(answered.payload(), StandardCharsets.UTF_8);
                case InvocationResult.Failed failed ->
                    throw new IllegalStateException(new String(failed.payload(), StandardCharsets.UTF_8));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        host.close();
    }

    private static Map<String, String> environment(String service, URI aws, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "TRAINYARD_ENV", "test",
                "TRAINYARD_ACCOUNT", "123456789012",
                "TRAINYARD_REGION", "eu-west-1",
                "TRAINYARD_SERVICE", service,
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL", aws.toString(),
                "AWS_MAX_ATTEMPTS", "1",
                "AWS_EC2_METADATA_DISABLED", "true"));
        return environment;
    }

    private static void folder() {
        try {
            Files.createDirectories(HOME);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + HOME, e);
        }
    }

    private static List<Path> runtimeClient() {
        try (Stream<Path> jars = Files.list(RUNTIME_CLIENT)) {
            return jars.map(jar -> jar.toAbsolutePath().normalize()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the Runtime Interface Client is beside the local account's classes", e);
        }
    }
}
