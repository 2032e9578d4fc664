package io.trainyard.steps.domain;

import java.time.Instant;
import java.util.Objects;

/** Who may call AWS for an attempt, until when. Without it two handlers would create two resources. */
public record Lease(String owner, Instant until) {

    public Lease {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
    }

    /** The lease of an owner that has made its last call and knows its answer. */
    Lease ended() {
        return new Lease(owner, Instant.EPOCH);
    }

    /** Whether its owner is known to have made its last call. */
    public boolean isEnded() {
        return until.equals(Instant.EPOCH);
    }

    public boolean liveAt(Instant now) {
        return now.isBefore(until);
    }
}
