package io.trainyard.local.dynamodb.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbered files of maps in a folder: the newest counts, others are left over from a rewrite. */
final class Generations {

    /** The map that says what the file is and how far it goes. */
    static final String CONTROL = "control";

    private static final byte[] FORMAT = "format".getBytes(StandardCharsets.UTF_8);
    private static final long VERSION = 1;
    private static final String PREFIX = "tables-";
    private static final String SUFFIX = ".mv";
    private static final String UNFINISHED = "rewrite.part";

    private final Path folder;

    Generations(Path folder) {
        this.folder = folder;
    }

    /** Opens the newest file, or makes the first. */
    MapFile open() {
        deleteIfThere(folder.resolve(UNFINISHED));
        List<Long> numbers = numbers();
        if (numbers.isEmpty()) {
            return create(path(1));
        }
        MapFile file = new MapFile(path(numbers.getFirst()));
        refuseOtherFormat(file);
        numbers.stream().skip(1).forEach(number -> deleteIfThere(path(number)));
        return file;
    }

    private static MapFile create(Path path) {
        MapFile file = new MapFile(path);
        file.apply(new Change.Put(CONTROL, FORMAT, bytes(VERSION)));
        file.commit();
        return file;
    }

    /** A new file with all that the old one holds, and nothing of what it held. */
    MapFile rewrite(MapFile old) {
        Path unfinished = folder.resolve(UNFINISHED);
        deleteIfThere(unfinished);
        MapFile copy = new MapFile(unfinished);
        old.copyTo(copy);
        copy.close();
        Path next = path(numbers().getFirst() + 1);
        try {
            Files.move(unfinished, next, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rename " + unfinished, e);
        }
        return new MapFile(next);
    }

    static Optional<Long> number(MapFile file, byte[] key) {
        return file.get(CONTROL, key).map(bytes -> ByteBuffer.wrap(bytes).getLong());
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static void refuseOtherFormat(MapFile file) {
        long format = number(file, FORMAT).orElse(VERSION);
        if (format != VERSION) {
            file.close();
            throw new IllegalStateException("The tables in " + file.path() + " have format " + format
                    + ", this program knows format " + VERSION + ": use the program that wrote them");
        }
    }

    /** Newest first. */
    private List<Long> numbers() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteIfThere(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    private Path path(long number) {
        return folder.resolve(PREFIX + number + SUFFIX);
    }
}
