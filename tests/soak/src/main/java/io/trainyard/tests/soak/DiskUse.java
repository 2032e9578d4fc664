package io.trainyard.tests.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much a folder holds, by the entries in it. */
final class DiskUse {

    private static final int KILOBYTE = 1024;

    private DiskUse() {}

    static String of(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted()
                    .map(entry -> entry.getFileName() + " " + kilobytes(entry) + " KB")
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kilobytes(Path entry) {
        try (Stream<Path> files = Files.walk(entry)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            return bytes / KILOBYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
