package io.trainyard.trainer.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Tells SageMaker why a run failed; it shows the first 1024 characters as the job's failure reason. */
public final class FailureFile {

    /** What a failed container ends with. */
    public static final int EXIT_CODE = 255;

    private FailureFile() {}

    /** Writes the sentence, and says it on standard error for the log. */
    public static void write(ContainerLayout layout, String sentence) {
        System.err.println("failed: " + sentence);
        try {
            Path file = layout.failure();
            AtomicFile.write(file, sentence + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
