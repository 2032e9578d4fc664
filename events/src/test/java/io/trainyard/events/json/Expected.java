package io.trainyard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are generated and committed. Run the tests with {@code -Dtrainyard.regenerate=true} to write them; otherwise a
 * difference fails and says so.
 */
public final class Expected {

    private static final String COMMAND = "./trainyard mvn -pl events -am test -Dtrainyard.regenerate=true";

    private Expected() {}

    /** Whether this run writes the files. */
    public static boolean regenerates() {
        return Boolean.getBoolean("trainyard.regenerate");
    }

    /** Compares, or writes; {@code advice} says what else a change asks for. */
    public static void check(Path file, String content, String advice) {
        if (regenerates()) {
            write(file, content);
            return;
        }
        assertThat(file).as("%s is committed; write it with: %s", file, COMMAND).exists();
        assertThat(read(file))
                .as("%s is stale. %s Then run: %s", file, advice, COMMAND)
                .isEqualToNormalizingNewlines(content);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
