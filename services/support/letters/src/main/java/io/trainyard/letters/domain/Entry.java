package io.trainyard.letters.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that happened to a letter.
 *
 * @param what {@code parked}, {@code edited}, {@code replayed} or {@code discarded}
 * @param by who did it; the service for what nobody decided
 * @param note the cause, the reason, or what was changed
 */
public record Entry(Instant at, String what, String by, String note) {

    public Entry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(note, "note");
    }
}
