package io.trainyard.lambda;

import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.StepSettings;
import java.time.Instant;

/** A waiting row's timer, under the name of the row's resource. */
final class SchedulerStepTimers implements StepTimers {

    private final Timers timers;
    private final StepSettings settings;

    SchedulerStepTimers(Timers timers, StepSettings settings) {
        this.timers = timers;
        this.settings = settings;
    }

    @Override
    public void set(AttemptKey key, Instant firstAt, Instant endsAt) {
        timers.every(key.resource(settings.prefix()), settings.checkEvery(), firstAt, endsAt, StepMessages.timer(key));
    }

    @Override
    public void remove(AttemptKey key) {
        timers.remove(key.resource(settings.prefix()));
    }
}
