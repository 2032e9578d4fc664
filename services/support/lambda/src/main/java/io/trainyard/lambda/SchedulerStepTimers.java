package io.trainyard.lambda;

import io.trainyard.events.json.Json;
import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.StepSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A waiting row's timer, under the name of the row's resource; and with the first that a process sets, the service's sweep. */
final class SchedulerStepTimers implements StepTimers {

    private final Timers timers;
    private final StepSettings settings;
    private final String service;
    private final Duration sweepEvery;
    private boolean sweeps;

    SchedulerStepTimers(Timers timers, StepSettings settings, String service, Duration sweepEvery) {
        this.timers = timers;
        this.settings = settings;
        this.service = service;
        this.sweepEvery = sweepEvery;
    }

    @Override
    public void set(AttemptKey key, Instant firstAt, Instant endsAt) {
        timers.every(key.resource(settings.prefix()), settings.checkEvery(), firstAt, endsAt, StepMessages.timer(key));
        if (!sweeps) {
            String body = Json.write(Map.of(StepMessages.SWEEP, Map.of()));
            timers.always(settings.prefix() + "-" + service + "-sweep", sweepEvery, firstAt.plus(sweepEvery), body);
            sweeps = true;
        }
    }

    @Override
    public void remove(AttemptKey key) {
        timers.remove(key.resource(settings.prefix()));
    }
}
