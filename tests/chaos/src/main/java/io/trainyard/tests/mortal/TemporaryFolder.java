package io.trainyard.tests.mortal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of a run. */
public final class TemporaryFolder {

    private static final int ATTEMPTS = 20;

    private TemporaryFolder() {}

    /** @param run what kind of run it is, as its name shall say */
    public static Path make(String run) throws IOException {
        return Files.createTempDirectory("trainyard-" + run + "-").toRealPath();
    }

    /** What is just ending may write once more, so it looks again. */
    public static void remove(Path folder) {
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
