package io.trainyard.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The services whose native executables a build has left beside the JVM packages, packaged as Lambda takes them; the others as they are.
 *
 * @param folder what an account reads as {@code --services}
 * @param built when each executable was built, by the service's name
 */
record NativeServices(Path folder, Map<String, Instant> built) {

    /** Writes the folder. */
    static NativeServices write(Path services, Path folder) throws IOException {
        Map<String, Instant> built = new TreeMap<>();
        for (Path service : described(services)) {
            String name = service.getFileName().toString();
            Path target = Files.createDirectories(folder.resolve(name));
            Files.copy(service.resolve("service.yaml"), target.resolve("service.yaml"));
            Path archive = target.resolve("function.zip");
            Optional<Path> executable = executable(service.resolve("target"));
            if (executable.isPresent()) {
                pack(executable.get(), archive);
                built.put(name, Files.getLastModifiedTime(executable.get()).toInstant());
            } else if (Files.exists(service.resolve("target/function.zip"))) {
                Files.createSymbolicLink(
                        archive, service.resolve("target/function.zip").toAbsolutePath());
            }
        }
        return new NativeServices(folder, built);
    }

    private static List<Path> described(Path services) throws IOException {
        try (Stream<Path> all = Files.list(services)) {
            return all.filter(folder -> Files.exists(folder.resolve("service.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> executable(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .findFirst();
        }
    }

    private static void pack(Path executable, Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("bootstrap"));
            Files.copy(executable, zip);
        }
    }
}
