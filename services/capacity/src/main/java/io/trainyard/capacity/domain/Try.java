package io.trainyard.capacity.domain;

import io.trainyard.events.FailureClass;
import java.time.Instant;
import java.util.Objects;

/** An attempt that got no instance, and why. */
public record Try(int attempt, Rung rung, FailureClass type, String cause, Instant at) {

    public Try {
        Objects.requireNonNull(rung, "rung");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(at, "at");
    }
}
