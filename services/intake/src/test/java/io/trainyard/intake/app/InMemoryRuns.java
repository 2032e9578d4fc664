package io.trainyard.intake.app;

import io.trainyard.intake.domain.OpenedRun;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs in memory. */
public final class InMemoryRuns implements Runs {

    private final Map<String, OpenedRun> rows = new TreeMap<>();

    @Override
    public Optional<OpenedRun> find(String jobId, int run) {
        return Optional.ofNullable(rows.get(key(jobId, run)));
    }

    @Override
    public boolean open(OpenedRun run) {
        return rows.putIfAbsent(key(run.jobId(), run.run()), run) == null;
    }

    @Override
    public void said(String jobId, int run) {
        rows.computeIfPresent(key(jobId, run), (key, row) -> row.marked());
    }

    public Collection<OpenedRun> all() {
        return rows.values();
    }

    private static String key(String jobId, int run) {
        return jobId + "#" + run;
    }
}
