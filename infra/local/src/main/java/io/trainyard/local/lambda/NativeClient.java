package io.trainyard.local.lambda;

import io.trainyard.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * The native part of AWS's Runtime Interface Client. Left alone, each process writes it to one file in {@code /tmp} and
 * loads it from there: two that start at once break each other (SIGBUS, or a library that is half written). So the account
 * takes it out of its jar once, and every process loads that.
 */
final class NativeClient {

    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path MUSL =
            Path.of("/lib/ld-musl-" + System.getProperty("os.arch").replace("amd64", "x86_64") + ".so.1");
    private static final List<Path> GLIBC =
            List.of(Path.of("/lib64/ld-linux-x86-64.so.2"), Path.of("/lib/ld-linux-aarch64.so.1"));

    private NativeClient() {}

    /** The flags that name the library; none where the client's jars hold none for this machine. */
    static List<String> flags(FunctionRuntime runtime, Path folder) {
        return runtime.jars().stream()
                .map(jar -> unpacked(jar, folder))
                .flatMap(Optional::stream)
                .findFirst()
                .map(library -> List.of("-D" + PROPERTY + "=" + library.toAbsolutePath()))
                .orElse(List.of());
    }

    private static Optional<Path> unpacked(Path jar, Path folder) {
        try (var archive = new JarFile(jar.toFile())) {
            var entry = archive.getJarEntry("jni/" + name());
            if (entry == null) {
                return Optional.empty();
            }
            Folders.empty(folder);
            var fresh = Files.createTempFile(folder, "client", ".new");
            try (var library = archive.getInputStream(entry)) {
                Files.copy(library, fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            // A process that an earlier account left may still have the old file open.
            return Optional.of(Files.move(
                    fresh,
                    folder.resolve(name()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the Runtime Interface Client " + jar, e);
        }
    }

    private static String name() {
        var system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        var arch = System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "aarch_64");
        var musl = Files.exists(MUSL) && GLIBC.stream().noneMatch(Files::exists);
        return "libaws-lambda-jni." + system + (musl ? "_musl-" : "-") + arch + ".so";
    }
}
