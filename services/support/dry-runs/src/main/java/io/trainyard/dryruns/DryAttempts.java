package io.trainyard.dryruns;

import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as they are, and over them what would be written. */
final class DryAttempts implements Attempts {

    private final Attempts real;
    private final List<String> decisions;
    private final Map<AttemptKey, Attempt> written = new HashMap<>();

    DryAttempts(Attempts real, List<String> decisions) {
        this.real = real;
        this.decisions = decisions;
    }

    @Override
    public Optional<Attempt> find(AttemptKey key) {
        return Optional.ofNullable(written.get(key)).or(() -> real.find(key));
    }

    @Override
    public boolean create(Attempt attempt) {
        Optional<Attempt> there = find(attempt.key());
        if (there.isPresent()) {
            decisions.add("find " + attempt.key() + " " + there.get().state());
            return false;
        }
        return write(attempt, "claim ");
    }

    @Override
    public boolean replace(Attempt read, Attempt next) {
        return write(next, "write " + next.state() + " for ");
    }

    @Override
    public List<Attempt> ofRun(String jobId, int run) {
        return real.ofRun(jobId, run);
    }

    @Override
    public List<Attempt> ofJob(String jobId) {
        return real.ofJob(jobId);
    }

    @Override
    public void bury(String jobId, int run) {
        decisions.add("let nothing more of run " + run + " start");
    }

    @Override
    public boolean buried(String jobId, int run) {
        boolean buried = real.buried(jobId, run);
        if (buried) {
            decisions.add("find run " + run + " stopped");
        }
        return buried;
    }

    private boolean write(Attempt attempt, String how) {
        written.put(attempt.key(), attempt);
        decisions.add(how + attempt.key());
        return true;
    }
}
