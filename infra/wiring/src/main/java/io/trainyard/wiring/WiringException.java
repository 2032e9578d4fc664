package io.trainyard.wiring;

import java.util.List;
import java.util.stream.Collectors;

/** The service descriptions cannot be used; names every violation, not only the first. */
public final class WiringException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    public WiringException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
