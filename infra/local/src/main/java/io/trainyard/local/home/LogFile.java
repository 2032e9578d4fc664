package io.trainyard.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A log that never takes more than twice {@link #LARGEST}: the file, and the one before it, called {@code name.1.log}.
 *
 * @param path of the file that is written now
 */
public record LogFile(Path path) {

    /** In bytes. */
    public static final long LARGEST = 8L << 20;

    private static final String END = ".log";

    /** Makes way for a new file where this one is full. Who still writes to the old one goes on writing to it. */
    public void rotate() throws IOException {
        if (isFull()) {
            Files.move(path, before(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether it is time to rotate. */
    public boolean isFull() throws IOException {
        return Files.exists(path) && Files.size(path) >= LARGEST;
    }

    /** Where the lines before this file's are. */
    public Path before() {
        String name = path.getFileName().toString();
        String stem = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
        return path.resolveSibling(stem + ".1" + END);
    }
}
