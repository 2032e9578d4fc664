package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step waits.
 *
 * @param nextTryAt when it is tried again at the latest
 * @param reason what it waits for
 * @param tried the instance types tried so far, in order
 * @param round how often the whole ladder of instance types was tried in vain; null for any other wait
 * @param leftOut the instance types that are not tried because the account has no quota for them; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobDelayed(
        String step,
        int attempt,
        Instant nextTryAt,
        String reason,
        List<String> tried,
        @Nullable Integer round,
        @Nullable List<String> leftOut)
        implements StandingFact, StepFact {

    public JobDelayed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(nextTryAt, "nextTryAt");
        Objects.requireNonNull(reason, "reason");
        tried = List.copyOf(Objects.requireNonNull(tried, "tried"));
        leftOut = leftOut == null || leftOut.isEmpty() ? null : List.copyOf(leftOut);
    }
}
