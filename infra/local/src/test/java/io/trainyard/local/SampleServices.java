package io.trainyard.local;

import io.trainyard.local.lambda.FunctionRuntime;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of services whose functions are {@link SampleFunction}. */
public final class SampleServices {

    private SampleServices() {}

    /** Writes a service's description and its function package. */
    public static void write(Path folder, String service, String yaml) {
        try {
            var target = Files.createDirectories(folder.resolve(service));
            Files.writeString(target.resolve("service.yaml"), yaml);
            var name = SampleFunction.class.getName().replace('.', '/') + ".class";
            try (var zip = new ZipOutputStream(Files.newOutputStream(target.resolve("function.zip")));
                    var code = SampleFunction.class.getClassLoader().getResourceAsStream(name)) {
                zip.putNextEntry(new ZipEntry(name));
                code.transferTo(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service that hears {@code sample-requested} from ours, with a short timeout. */
    public static void writeListener(Path folder, String service) {
        write(folder, service, """
                service: %s
                hears:
                  - detail-type: [sample-requested]
                queue: {visibility: 30, max-receives: 2, batch: 5}
                function: {memory: 128, timeout: 3}
                """.formatted(service));
    }

    /** What runs them: the Runtime Interface Client from the test's own class path. */
    public static FunctionRuntime runtime() {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains("aws-lambda-java") || jar.contains("utils-lite"))
                .map(Path::of)
                .toList();
        return new FunctionRuntime(List.copyOf(jars), SampleFunction.class.getName() + "::handleRequest");
    }
}
