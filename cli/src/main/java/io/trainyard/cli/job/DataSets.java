package io.trainyard.cli.job;

import java.nio.file.Path;

/** Where data sets go so that training finds them. */
public interface DataSets extends AutoCloseable {

    /**
     * Makes a file available to training.
     *
     * @return its S3 location, drawn from its content: the same file is the same place
     */
    String upload(Path file);

    @Override
    default void close() {}
}
