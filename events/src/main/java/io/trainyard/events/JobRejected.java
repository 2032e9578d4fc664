package io.trainyard.events;

import java.util.List;
import java.util.Objects;

/**
 * A request was refused before anything was paid for.
 *
 * @param requestedBy the source of the request
 * @param violations every reason, never empty
 */
public record JobRejected(String requestedBy, List<Violation> violations) implements UnroutedFact {

    public JobRejected {
        Objects.requireNonNull(requestedBy, "requestedBy");
        violations = List.copyOf(Objects.requireNonNull(violations, "violations"));
    }
}
