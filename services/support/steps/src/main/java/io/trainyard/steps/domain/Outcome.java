package io.trainyard.steps.domain;

import io.trainyard.events.CapacityError;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.StandingFact;
import io.trainyard.events.StepFailure;
import io.trainyard.events.route.StepOutput;
import java.util.Objects;

/** How an attempt ended: the fact to say, and on success what it leaves for later steps. */
public sealed interface Outcome {

    record Succeeded(ReleasingFact fact, StepOutput output) implements Outcome {
        public Succeeded {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(output, "output");
        }
    }

    /** No room for it on that instance type: the resource is gone, and another attempt may go on. The run is not lost. */
    record Deferred(CapacityError fact) implements Outcome {
        public Deferred {
            Objects.requireNonNull(fact, "fact");
        }
    }

    /** A final failure: the run is lost. */
    record Failed(StandingFact fact) implements Outcome {
        public Failed {
            if (!(fact instanceof StepFailure)) {
                throw new IllegalArgumentException("not a step's final failure: " + fact);
            }
        }
    }
}
