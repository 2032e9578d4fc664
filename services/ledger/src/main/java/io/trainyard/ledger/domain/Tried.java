package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.CapacityError;
import io.trainyard.events.FailureClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that got no instance.
 *
 * @param instanceType what was asked for
 * @param spot whether on spot; null where the step does not know spot
 * @param type no capacity, or no quota
 * @param reason in AWS's words
 * @param at when that was known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tried(
        int attempt, String instanceType, @Nullable Boolean spot, FailureClass type, String reason, Instant at) {

    static Tried of(CapacityError error, Instant at) {
        return new Tried(
                error.attempt(),
                error.instanceType(),
                error.spot(),
                error.failure().type(),
                error.failure().cause(),
                at);
    }
}
