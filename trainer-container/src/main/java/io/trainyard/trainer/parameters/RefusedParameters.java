package io.trainyard.trainer.parameters;

import io.trainyard.trainer.contract.ContainerFailure;
import java.util.List;
import java.util.stream.Collectors;

/** The hyperparameters cannot be trained with; names every violation at once. */
public final class RefusedParameters extends ContainerFailure {

    private final transient List<Violation> violations;

    /** Refuses with at least one violation. */
    public RefusedParameters(List<Violation> violations) {
        super("hyperparameters refused: "
                + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /** Every violation, in the order of the rules. */
    public List<Violation> violations() {
        return violations;
    }
}
