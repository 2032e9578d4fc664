package io.trainyard.local.dynamodb.storage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What has been written since the last checkpoint, in numbered segments.
 *
 * <p>An appended record has reached the operating system, so it outlives a killed process; it is not forced to the disk
 * and may be lost when the machine itself dies. Not for several threads at once.
 */
final class Journal implements AutoCloseable {

    private static final String PREFIX = "journal-";
    private static final String SUFFIX = ".log";

    private final Path folder;
    // Not a FileChannel, which a thread's interruption would close for everyone.
    private RandomAccessFile file;
    private long segment;
    private long length;

    Journal(Path folder, long segment) {
        this.folder = folder;
        this.segment = segment;
        this.file = create(segment);
    }

    long segment() {
        return segment;
    }

    long length() {
        return length;
    }

    /** Appends one record, whole or not at all. */
    void append(List<Change> changes) {
        try {
            byte[] record = Records.encode(changes);
            try {
                file.write(record);
            } catch (IOException e) {
                // What was written of it must not stand before later records.
                file.setLength(length);
                file.seek(length);
                throw e;
            }
            length += record.length;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal in " + folder, e);
        }
    }

    /** Goes on in a new segment. */
    void roll() {
        close();
        segment++;
        file = create(segment);
        length = 0;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RandomAccessFile create(long number) {
        try {
            RandomAccessFile created = new RandomAccessFile(path(folder, number).toFile(), "rw");
            created.setLength(0);
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot begin a journal in " + folder, e);
        }
    }

    /** Hands on every whole record from the segment on, in order. Returns the last segment's number, or from - 1. */
    static long replay(Path folder, long from, Consumer<List<Change>> consumer) {
        long last = from - 1;
        for (long number : segments(folder)) {
            if (number >= from) {
                replay(path(folder, number), consumer);
                last = number;
            }
        }
        return last;
    }

    static void deleteBefore(Path folder, long segment) {
        try {
            for (long number : segments(folder)) {
                if (number < segment) {
                    Files.deleteIfExists(path(folder, number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(Path file, Consumer<List<Change>> consumer) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                byte[] header = in.readNBytes(Records.HEADER);
                if (header.length < Records.HEADER) {
                    return;
                }
                ByteBuffer fields = ByteBuffer.wrap(header);
                int size = fields.getInt();
                byte[] payload = in.readNBytes(size);
                if (payload.length < size) {
                    // The process was killed while it wrote this one: it was never answered.
                    return;
                }
                if (Records.checksum(payload, 0) != fields.getInt()) {
                    throw new IOException("A record's checksum is wrong");
                }
                consumer.accept(Records.decode(payload));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The journal " + file + " is damaged. Restore the folder from a copy, or delete it to start anew",
                    e);
        }
    }

    private static List<Long> segments(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(Path folder, long segment) {
        return folder.resolve(PREFIX + "%08d".formatted(segment) + SUFFIX);
    }
}
