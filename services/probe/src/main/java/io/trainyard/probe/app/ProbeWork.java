package io.trainyard.probe.app;

import io.trainyard.events.ProbeCompleted;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.app.InstantWork;
import io.trainyard.steps.app.Launch;
import io.trainyard.steps.app.Sighting;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;

/** A step without an effect: done as soon as it is claimed. */
public final class ProbeWork implements InstantWork {

    @Override
    public String kind() {
        return "probe";
    }

    @Override
    public boolean paid() {
        return false;
    }

    @Override
    public Launch launch(Attempt attempt) {
        return new Launch.Ended(done(attempt));
    }

    @Override
    public Sighting stop(Attempt attempt) {
        return new Sighting.Absent();
    }

    @Override
    public Outcome adopt(Attempt attempt, Outcome.Succeeded older) {
        return done(attempt);
    }

    private static Outcome done(Attempt attempt) {
        var key = attempt.key();
        return new Outcome.Succeeded(new ProbeCompleted(key.step(), key.attempt()), StepOutput.NOTHING);
    }
}
