package io.trainyard.local.containers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A container's output as a file, each line there as soon as it was printed; a second run of the container is added to it. */
public final class ContainerLog implements AutoCloseable {

    private final BufferedWriter writer;

    public ContainerLog(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Lines after {@link #close} are dropped: a process that a container left behind may still print. */
    public synchronized void line(String line) {
        try {
            writer.write(line);
            writer.newLine();
            writer.flush();
        } catch (IOException closed) {
            // Nothing reads the line any more.
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
