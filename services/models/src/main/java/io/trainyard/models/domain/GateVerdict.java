package io.trainyard.models.domain;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.request.Gate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a model's numbers are good enough. */
public final class GateVerdict {

    private GateVerdict() {}

    /** Why the model does not pass; empty where it does. */
    public static Optional<Failure> refusal(Gate gate, Map<String, Double> metrics) {
        Double value = metrics.get(gate.metric());
        if (value == null) {
            return Optional.of(new Failure(
                    FailureClass.CALLER,
                    "The gate asks for " + gate.metric() + ", which training did not report. It reported: "
                            + (metrics.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(metrics.keySet())))
                            + ".",
                    "Name one of the reported metrics in model.gate.metric, or have training report this one."));
        }
        if (gate.passes(value)) {
            return Optional.empty();
        }
        return Optional.of(new Failure(
                FailureClass.CALLER,
                gate.metric() + " is " + value + ", the gate asks for " + bounds(gate) + ".",
                "Train a better model, or move the gate."));
    }

    private static String bounds(Gate gate) {
        if (gate.atLeast() != null && gate.atMost() != null) {
            return "at least " + gate.atLeast() + " and at most " + gate.atMost();
        }
        return gate.atLeast() != null ? "at least " + gate.atLeast() : "at most " + gate.atMost();
    }
}
