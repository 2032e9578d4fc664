package io.trainyard.events.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.ResourceName;
import java.util.List;
import java.util.Objects;

/**
 * One step of a plan.
 *
 * @param step its name, unique in the plan; part of every resource name
 * @param kind what it is: which service hears it. Open: a new kind needs no new contract
 * @param after the steps it waits for, all of them in the plan
 * @param spec what its service needs to know, in that service's own shape
 */
public record PlannedStep(String step, String kind, List<String> after, JsonNode spec) {

    /** The kind of the step that only gathers the ends of a job with several. */
    public static final String END = "end";

    public PlannedStep {
        Objects.requireNonNull(step, "step");
        if (!ResourceName.isStep(step)) {
            throw new IllegalArgumentException("a step's name has at most 16 letters, digits and hyphens: " + step);
        }
        Objects.requireNonNull(kind, "kind");
        after = List.copyOf(Objects.requireNonNull(after, "after"));
        Objects.requireNonNull(spec, "spec");
    }

    PlannedStep after(List<String> predecessors) {
        return new PlannedStep(step, kind, predecessors, spec);
    }
}
