package io.trainyard.pace;

import java.time.Instant;
import java.util.Objects;

/**
 * Where one caller stands at a bucket.
 *
 * @param granted when it last got a token; the epoch for never
 * @param line when the last of those that it has waiting comes back
 */
public record Turn(Instant granted, Instant line) {

    static final Turn NEW = new Turn(Instant.EPOCH, Instant.EPOCH);

    public Turn {
        Objects.requireNonNull(granted, "granted");
        Objects.requireNonNull(line, "line");
    }

    boolean waits(Instant now) {
        return line.isAfter(now);
    }
}
