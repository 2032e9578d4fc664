package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Whether services are packaged as native executables, which Lambda and the account start as {@code bootstrap}. */
public final class NativePackages {

    private static final String EXECUTABLE = "bootstrap";

    private NativePackages() {}

    /** Refuses a folder of services in which one is not, and names it. */
    public static void require(Path services) {
        List<String> others = others(services);
        if (!others.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "not packaged as native executables: " + String.join(", ", others)
                            + "; run ./trainyard build --native, which needs native-image or a running Docker, or leave --native out");
        }
    }

    private static List<String> others(Path services) {
        try (Stream<Path> folders = Files.list(services)) {
            return folders.filter(folder -> Files.exists(folder.resolve("service.yaml")))
                    .filter(folder -> archives(folder).noneMatch(NativePackages::isNative))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the services in " + services, e);
        }
    }

    /** The package of a service as the account looks for it: the first that is there counts. */
    private static Stream<Path> archives(Path service) {
        return Stream.of(service.resolve("target/function.zip"), service.resolve("function.zip"))
                .filter(Files::exists)
                .limit(1);
    }

    private static boolean isNative(Path archive) {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.getEntry(EXECUTABLE) != null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + archive, e);
        }
    }
}
