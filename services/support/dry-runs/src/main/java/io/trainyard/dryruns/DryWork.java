package io.trainyard.dryruns;

import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.app.Launch;
import io.trainyard.steps.app.Sighting;
import io.trainyard.steps.app.StepWork;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.ResourceChange;
import java.util.List;
import java.util.Optional;

/** Work that is written down and not done. */
final class DryWork implements StepWork {

    /** The dry run has come to the call of AWS that the message is about: what comes after depends on its answer. */
    static final class Launched extends RuntimeException {

        private Launched() {
            super(null, null, false, false);
        }
    }

    private final StepWork real;
    private final List<String> decisions;

    DryWork(StepWork real, List<String> decisions) {
        this.real = real;
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return real.kind();
    }

    @Override
    public Launch launch(Attempt attempt) {
        if (!real.paid()) {
            return real.launch(attempt);
        }
        decisions.add("launch " + kind() + " " + attempt.key());
        throw new Launched();
    }

    @Override
    public Sighting look(Attempt attempt) {
        return real.look(attempt);
    }

    @Override
    public Sighting read(Attempt attempt, ResourceChange change) {
        return real.read(attempt, change);
    }

    @Override
    public Outcome vanished(Attempt attempt) {
        return real.vanished(attempt);
    }

    @Override
    public Sighting stop(Attempt attempt) {
        decisions.add("stop " + attempt.key());
        return new Sighting.Running();
    }

    @Override
    public boolean paid() {
        return real.paid();
    }

    @Override
    public Optional<Attempt> settle(Attempts attempts, Attempt read, Attempt settled) {
        return attempts.replace(read, settled) ? Optional.of(settled) : Optional.empty();
    }

    @Override
    public boolean reusable(Attempt older) {
        return real.reusable(older);
    }

    @Override
    public Outcome adopt(Attempt attempt, Outcome.Succeeded older) {
        return real.adopt(attempt, older);
    }
}
