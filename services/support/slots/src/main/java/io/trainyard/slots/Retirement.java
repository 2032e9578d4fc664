package io.trainyard.slots;

import java.time.Instant;
import java.util.Objects;

/**
 * Why and since when an endpoint leaves.
 *
 * @param since when nobody was routed to it any more
 * @param reason in words
 * @param causationId the event that made it leave
 */
public record Retirement(Instant since, String reason, String causationId) {

    public Retirement {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(causationId, "causationId");
    }
}
