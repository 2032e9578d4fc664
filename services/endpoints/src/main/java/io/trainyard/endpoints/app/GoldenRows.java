package io.trainyard.endpoints.app;

import io.trainyard.events.request.Golden;
import java.util.Objects;

/** The golden request that a trainer kept in its artifact as {@code golden.json}. */
public interface GoldenRows {

    /** What was found in an artifact. */
    sealed interface Kept {

        record Found(Golden golden) implements Kept {
            public Found {
                Objects.requireNonNull(golden, "golden");
            }
        }

        /** There is none, and there never will be. */
        record Missing(String why) implements Kept {
            public Missing {
                Objects.requireNonNull(why, "why");
            }
        }
    }

    /**
     * Reads the archive as far as it has to, and no more of it than a bounded part.
     *
     * @param artifact an S3 location, {@code s3://bucket/key} of a {@code .tar.gz}
     */
    Kept in(String artifact);
}
