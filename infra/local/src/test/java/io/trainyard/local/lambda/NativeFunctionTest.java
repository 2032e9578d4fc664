package io.trainyard.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.SampleServices;
import io.trainyard.local.usage.Usage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that holds an executable named {@code bootstrap} is run as it is, whatever it was built from. */
class NativeFunctionTest {

    @TempDir
    Path folder;

    @Test
    void runsTheBootstrapOfANativePackage() throws Exception {
        var runtime = SampleServices.runtime();
        try (var host = host(runtime)) {
            var function = host.deploy(new FunctionDefinition(
                    "native",
                    "arn:x",
                    128,
                    Duration.ofSeconds(20),
                    archive(runtime),
                    Optional.empty(),
                    Map.of("TRAINYARD_SERVICE", "it")));

            var result = function.call("{}".getBytes(StandardCharsets.UTF_8));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            InvocationResult.Answered.class,
                            answered -> assertThat(new String(answered.payload(), StandardCharsets.UTF_8))
                                    .contains("\"service\":\"it\""));
        }
    }

    private LambdaHost host(FunctionRuntime runtime) {
        var count = new AtomicInteger();
        return new LambdaHost(
                new LambdaHost.Settings(
                        runtime, 1, Duration.ofMinutes(1), Optional.empty(), folder.resolve("p"), folder),
                () -> "00000000-0000-4000-8000-%012d".formatted(count.incrementAndGet()),
                new Usage());
    }

    /** A shell script stands in for the executable: it becomes the Runtime Interface Client. */
    private Path archive(FunctionRuntime runtime) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var jars = runtime.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var own = Path.of(SampleServices.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var script = "#!/bin/sh\nexec '" + java + "' -cp '" + own + File.pathSeparator + jars + "' "
                + "com.amazonaws.services.lambda.runtime.api.client.AWSLambda " + runtime.handler() + "\n";
        var archive = folder.resolve("function.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("bootstrap"));
            zip.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return archive;
    }
}
