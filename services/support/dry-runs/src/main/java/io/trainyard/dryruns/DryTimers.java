package io.trainyard.dryruns;

import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;
import java.util.List;

/** Timers that are written down and not set. */
record DryTimers(List<String> decisions) implements StepTimers {

    @Override
    public void set(AttemptKey key, Instant firstAt, Instant endsAt) {
        decisions.add("set the timer of " + key);
    }

    @Override
    public void remove(AttemptKey key) {
        decisions.add("remove the timer of " + key);
    }
}
