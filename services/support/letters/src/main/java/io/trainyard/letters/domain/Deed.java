package io.trainyard.letters.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the audit: who did what to which letters, when, and what came of it.
 *
 * @param id of the replay, or drawn from letter and time
 * @param what {@code replay}, {@code edit} or {@code discard}
 * @param subject which letters
 * @param outcome what came of it; changes until a replay has ended
 */
public record Deed(String id, Instant at, String by, String what, String subject, String outcome) {

    public Deed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(outcome, "outcome");
    }
}
