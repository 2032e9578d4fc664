package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Steps may start, or start again.
 *
 * @param reason why now: all branches are in, another instance type is tried, a run was resumed
 * @param leftOut the instance types that are not tried because the account has no quota for them; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepReleased(String reason, @Nullable List<String> leftOut) implements ReleasingFact {

    public StepReleased {
        Objects.requireNonNull(reason, "reason");
        leftOut = leftOut == null || leftOut.isEmpty() ? null : List.copyOf(leftOut);
    }
}
