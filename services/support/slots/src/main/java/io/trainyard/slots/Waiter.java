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
 * @param offeredAt since when a free slot is kept for it; null while there is none
 * @param promised the endpoint that leaves for this step where there is no surge; null while none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiter(
        AttemptKey key,
        @Nullable Instant offeredAt,
        @Nullable EndpointOf promised) {

    public Waiter {
        Objects.requireNonNull(key, "key");
    }
}
