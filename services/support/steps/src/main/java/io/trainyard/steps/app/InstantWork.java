package io.trainyard.steps.app;

import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.ResourceChange;

/** Work whose effect is complete when its launch returns: there is nothing to watch. */
public interface InstantWork extends StepWork {

    @Override
    default Sighting look(Attempt attempt) {
        return new Sighting.Absent();
    }

    @Override
    default Sighting read(Attempt attempt, ResourceChange change) {
        return new Sighting.Running();
    }

    @Override
    default Outcome vanished(Attempt attempt) {
        throw new IllegalStateException(attempt.key() + " was never left running");
    }
}
