package io.trainyard.training.app;

import java.time.Instant;
import java.util.Optional;

/** The checkpoints that training jobs have left. What may succeed later is an exception. */
public interface Checkpoints {

    /**
     * When the newest one was written; empty where there is none.
     *
     * @param prefix where they lie, an S3 location that ends in a slash
     */
    Optional<Instant> newest(String prefix);
}
