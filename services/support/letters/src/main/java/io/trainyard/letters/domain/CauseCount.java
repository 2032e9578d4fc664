package io.trainyard.letters.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the desk: a cause and its letters.
 *
 * @param open how many wait now
 * @param total how many there ever were
 * @param sample a letter of this cause, the last one parked
 */
public record CauseCount(
        String fingerprint, Cause cause, long open, long total, Instant firstSeen, Instant lastSeen, String sample) {

    public CauseCount {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(lastSeen, "lastSeen");
        Objects.requireNonNull(sample, "sample");
    }
}
