package io.trainyard.steps.app;

import io.trainyard.events.JobDelayed;
import io.trainyard.events.StandingFact;
import io.trainyard.steps.domain.Outcome;
import java.util.Objects;

/** What came of asking AWS for a step's effect. */
public sealed interface Launch {

    /** AWS has the resource, made now or found to be ours; {@code started} is to be said. */
    record Launched(StandingFact started) implements Launch {
        public Launched {
            Objects.requireNonNull(started, "started");
        }
    }

    /** The effect is complete, or was refused for good. */
    record Ended(Outcome outcome) implements Launch {
        public Ended {
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** There is no room yet; nothing was created. */
    record Waits(JobDelayed delay) implements Launch {
        public Waits {
            Objects.requireNonNull(delay, "delay");
        }
    }
}
