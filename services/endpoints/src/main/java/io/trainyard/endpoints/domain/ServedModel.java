package io.trainyard.endpoints.domain;

import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.domain.Attempt;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint step serves: the nearest model before it.
 *
 * @param name the SageMaker model's name, which is also its version
 * @param artifact the archive it was made of, an S3 location; null where no step told
 */
public record ServedModel(String name, @Nullable String artifact) {

    public ServedModel {
        Objects.requireNonNull(name, "name");
    }

    /** Looks through the steps before this one, nearest first. */
    public static Optional<ServedModel> before(Attempt attempt) {
        return before(attempt.position(), attempt.planned());
    }

    /** The same for a step that the run may only come to. */
    public static Optional<ServedModel> before(Position position, PlannedStep planned) {
        var open = new ArrayDeque<>(planned.after());
        String model = null;
        while (!open.isEmpty()) {
            String step = open.poll();
            StepOutput output = position.done().getOrDefault(step, StepOutput.NOTHING);
            model = model == null ? output.model() : model;
            if (model != null && output.artifact() != null) {
                return Optional.of(new ServedModel(model, output.artifact()));
            }
            position.plan().step(step).map(PlannedStep::after).ifPresent(open::addAll);
        }
        return Optional.ofNullable(model).map(name -> new ServedModel(name, null));
    }
}
