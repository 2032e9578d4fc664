package io.trainyard.slots;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for a slot.
 *
 * @param key which attempt
 * @param offeredAt since when a free slot is kept for it; null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiter(AttemptKey key, @Nullable Instant offeredAt) {

    public Waiter {
        Objects.requireNonNull(key, "key");
    }
}
