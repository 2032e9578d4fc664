package io.trainyard.local.containers;

import io.trainyard.local.home.LogFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A container's output as a file, each line there as soon as it was printed; a second run of the container is added to it. A
 * container that prints without end fills {@link LogFile#LARGEST} twice and no more: the oldest lines go.
 */
public final class ContainerLog implements AutoCloseable {

    private final LogFile file;
    private BufferedWriter writer;
    private long size;

    public ContainerLog(Path path) throws IOException {
        this.file = new LogFile(path);
        Files.createDirectories(path.getParent());
        this.writer = open();
    }

    /** Lines after {@link #close} are dropped: a process that a container left behind may still print. */
    public synchronized void line(String line) {
        try {
            writer.write(line);
            writer.newLine();
            writer.flush();
            size += line.length() + 1;
            if (size >= LogFile.LARGEST) {
                writer.close();
                writer = open();
            }
        } catch (IOException closed) {
            // Nothing reads the line any more.
        }
    }

    private BufferedWriter open() throws IOException {
        file.rotate();
        size = Files.exists(file.path()) ? Files.size(file.path()) : 0;
        return Files.newBufferedWriter(file.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
