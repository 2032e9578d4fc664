package io.trainyard.slots;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.EndpointOf;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for a slot.
 *
 * @param key which attempt
 * @param caller who asked for its job; empty where that is not known
 * @param round how many of the same caller's go before it, counted from where the line was when it joined: the line is in this order
 * @param offeredAt since when a free slot is kept for it; null while there is none
 * @param promised the endpoint that leaves for this step where there is no surge; null while none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiter(
        AttemptKey key,
        String caller,
        int round,
        @Nullable Instant offeredAt,
        @Nullable EndpointOf promised) {

    public Waiter {
        Objects.requireNonNull(key, "key");
        // Lines from before there was a caller have none.
        caller = Objects.requireNonNullElse(caller, "");
    }

    static Waiter joining(AttemptKey key, String caller, int round) {
        return new Waiter(key, caller, round, null, null);
    }

    Waiter offered(@Nullable Instant since) {
        return new Waiter(key, caller, round, since, promised);
    }

    Waiter promised(EndpointOf leaving) {
        return new Waiter(key, caller, round, offeredAt, leaving);
    }

    /** Whether a slot is free or becomes free for it: nobody who comes later goes before it. */
    boolean served() {
        return offeredAt != null || promised != null;
    }
}
