package io.trainyard.letters.domain;

import java.util.Objects;

/**
 * A letter as it is to be written, over a letter as it was read.
 *
 * @param read as it was found
 * @param next as it is to be; of the same id
 */
public record Rewrite(Letter read, Letter next) {

    public Rewrite {
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(next, "next");
    }
}
