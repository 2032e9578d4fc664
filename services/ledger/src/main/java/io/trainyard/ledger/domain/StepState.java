package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far one step of a run is.
 *
 * @param step its name in the plan
 * @param kind what it is
 * @param attempt the newest; 0 before the first
 * @param state {@code planned}, {@code released}, {@code running}, {@code waiting}, {@code done}, {@code failed} or
 *     {@code stopped}
 * @param resource the SageMaker resource of that attempt
 * @param instanceType what it runs on
 * @param startedAt when SageMaker took it; for steps that do not say so, when they were released
 * @param endedAt when it was done or failed
 * @param metrics the final ones
 * @param billableSeconds what SageMaker bills for each instance
 * @param spot what spot capacity did for it; null where that was never told
 * @param tries the newest attempts that got no instance, oldest first
 * @param leftOut the instance types that were not tried because the account has no quota for them
 * @param waitedSeconds how long it waited for its next try, all waits that are over together; null where it never did
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepState(
        String step,
        String kind,
        int attempt,
        String state,
        @Nullable String resource,
        @Nullable String instanceType,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Double> metrics,
        @Nullable Long billableSeconds,
        @Nullable SpotUse spot,
        List<Tried> tries,
        List<String> leftOut,
        @Nullable Long waitedSeconds) {

    public StepState {
        metrics = Map.copyOf(metrics);
        tries = tries == null ? List.of() : List.copyOf(tries);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    }

    /** How long it took, as far as it has ended; clocks that differ make no time negative. */
    public OptionalDouble seconds() {
        return startedAt == null || endedAt == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.max(0, Duration.between(startedAt, endedAt).toMillis() / 1000.0));
    }
}
