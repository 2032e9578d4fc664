package io.trainyard.simulation;

import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was done when a run was opened: the same work is never paid a second time. */
final class DoneWork {

    private final InMemoryAttempts training;
    private final Map<String, Set<String>> known = new HashMap<>();

    DoneWork(InMemoryAttempts training) {
        this.training = training;
    }

    void opened(OpenedRun run) {
        known.put(
                run.jobId() + "#" + run.run(),
                training.ofJob(run.jobId()).stream()
                        .filter(row -> row.state() == AttemptState.SETTLED || row.state() == AttemptState.SAID)
                        .filter(row -> row.outcome().orElse(null) instanceof Outcome.Succeeded)
                        .map(DoneWork::work)
                        .collect(Collectors.toSet()));
    }

    /** A training job is made. */
    void launched(AttemptKey key) {
        Attempt row = training.find(key).orElseThrow(() -> new Violation(key + " is created without a row"));
        if (known.getOrDefault(key.jobId() + "#" + key.run(), Set.of()).contains(work(row))) {
            throw new Violation(key + " trains again what an older run has trained");
        }
    }

    private static String work(Attempt row) {
        return row.key().step() + " " + row.contentHash();
    }
}
