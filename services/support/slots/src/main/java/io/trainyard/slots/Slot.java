package io.trainyard.slots;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.EndpointOf;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of ours that counts: it is paid for, or will be any moment.
 *
 * @param key the attempt that it was made for
 * @param endpoint its name, which is also its configuration's
 * @param model the model that it serves
 * @param correlationId the request that began its job
 * @param state what it is doing
 * @param readyAt when it was proven; null before
 * @param leaves why it leaves; null while it does not
 * @param replaces the endpoint that left for it before it came; null where there was room, and where there is a surge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slot(
        AttemptKey key,
        String endpoint,
        String model,
        String correlationId,
        SlotState state,
        @Nullable Instant readyAt,
        @Nullable Retirement leaves,
        @Nullable EndpointOf replaces) {

    public Slot {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(state, "state");
        if ((state == SlotState.RETIRING) != (leaves != null)) {
            throw new IllegalArgumentException(endpoint + " is " + state + " but leaves: " + leaves);
        }
        if (state != SlotState.DEPLOYING && readyAt == null) {
            throw new IllegalArgumentException(endpoint + " is " + state + " and was never ready");
        }
    }

    public static Slot deploying(AttemptKey key, String endpoint, String model, String correlationId) {
        return new Slot(key, endpoint, model, correlationId, SlotState.DEPLOYING, null, null, null);
    }

    public Optional<EndpointOf> replaced() {
        return Optional.ofNullable(replaces);
    }

    public Optional<Retirement> retirement() {
        return Optional.ofNullable(leaves);
    }

    Slot ready(Instant now) {
        return new Slot(key, endpoint, model, correlationId, SlotState.READY, now, null, replaces);
    }

    Slot retiring(Retirement why) {
        return new Slot(key, endpoint, model, correlationId, SlotState.RETIRING, readyAt, why, replaces);
    }

    Slot replacing(EndpointOf other) {
        return new Slot(key, endpoint, model, correlationId, state, readyAt, leaves, other);
    }
}
