package io.trainyard.simulation;

import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.util.List;
import java.util.Optional;

/** A store whose first write is not conditional: the broken claim that the simulation has to catch. */
final class ForgetfulAttempts implements Attempts {

    private final InMemoryAttempts rows;

    ForgetfulAttempts(InMemoryAttempts rows) {
        this.rows = rows;
    }

    @Override
    public boolean create(Attempt attempt) {
        rows.overwrite(attempt);
        return true;
    }

    @Override
    public Optional<Attempt> find(AttemptKey key) {
        return rows.find(key);
    }

    @Override
    public boolean replace(Attempt read, Attempt next) {
        return rows.replace(read, next);
    }

    @Override
    public List<Attempt> ofRun(String jobId, int run) {
        return rows.ofRun(jobId, run);
    }

    @Override
    public List<Attempt> ofJob(String jobId) {
        return rows.ofJob(jobId);
    }

    @Override
    public void bury(String jobId, int run) {
        rows.bury(jobId, run);
    }

    @Override
    public boolean buried(String jobId, int run) {
        return rows.buried(jobId, run);
    }
}
