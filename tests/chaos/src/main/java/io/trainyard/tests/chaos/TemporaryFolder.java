package io.trainyard.tests.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of a run. */
final class TemporaryFolder {

    private static final int ATTEMPTS = 20;

    private TemporaryFolder() {}

    static Path make() throws IOException {
        return Files.createTempDirectory("trainyard-chaos-").toRealPath();
    }

    /** What is just ending may write once more, so it looks again. */
    static void remove(Path folder) {
        for (int i = 0; i < ATTEMPTS && Files.exists(folder); i++) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                continue;
            }
        }
    }
}
