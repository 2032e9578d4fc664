package io.trainyard.local.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one run of the suite came to: a line for every case that failed or differs, and the count. */
final class ConformanceReport {

    private static final Path FOLDER = Path.of("target", "conformance");

    private final Set<String> lines = new TreeSet<>();
    private int cases;
    private int failed;
    private int different;

    void ran(String name, Optional<Throwable> failure) {
        cases++;
        failure.ifPresent(cause -> {
            failed++;
            lines.add("failed  " + name + ": "
                    + String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " "));
        });
    }

    void differs(String name, Differs note) {
        cases++;
        different++;
        lines.add("differs " + name + ": moto " + note.moto() + "; source: " + note.source());
    }

    void write(Implementation implementation) {
        String on = implementation.name().toLowerCase(Locale.ROOT);
        String count = "DynamoDB conformance on %s: %d cases, %d as AWS documents, %d differ and say so, %d failed"
                .formatted(on, cases, cases - failed - different, different, failed);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve("dynamodb-" + on + ".txt"), String.join("\n", lines) + "\n" + count + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
