package io.trainyard.fakes;

import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows in memory, with the conditional writes of the real ones. */
public final class InMemoryAttempts implements Attempts {

    private static final Comparator<AttemptKey> SORT = Comparator.comparingInt(AttemptKey::run)
            .thenComparing(AttemptKey::step)
            .thenComparingInt(AttemptKey::attempt);

    private final Map<String, Map<AttemptKey, Attempt>> jobs = new TreeMap<>();
    private final Set<String> tombstones = new HashSet<>();

    @Override
    public synchronized Optional<Attempt> find(AttemptKey key) {
        return Optional.ofNullable(rows(key).get(key));
    }

    @Override
    public synchronized boolean create(Attempt attempt) {
        return rows(attempt.key()).putIfAbsent(attempt.key(), attempt) == null;
    }

    @Override
    public synchronized boolean replace(Attempt read, Attempt next) {
        Attempt now = rows(read.key()).get(read.key());
        if (now == null || now.version() != read.version()) {
            return false;
        }
        rows(next.key()).put(next.key(), next);
        return true;
    }

    @Override
    public synchronized List<Attempt> ofRun(String jobId, int run) {
        return ofJob(jobId).stream().filter(row -> row.key().run() == run).toList();
    }

    @Override
    public synchronized List<Attempt> ofJob(String jobId) {
        return List.copyOf(jobs.getOrDefault(jobId, Map.of()).values());
    }

    @Override
    public synchronized void bury(String jobId, int run) {
        tombstones.add(jobId + "#" + run);
    }

    @Override
    public synchronized boolean buried(String jobId, int run) {
        return tombstones.contains(jobId + "#" + run);
    }

    /** Writes a row over whatever is there: only for tests that break the rules on purpose. */
    public synchronized void overwrite(Attempt attempt) {
        rows(attempt.key()).put(attempt.key(), attempt);
    }

    /** Every row there is, for invariants. */
    public synchronized Stream<Attempt> all() {
        return jobs.values().stream().flatMap(rows -> rows.values().stream()).toList().stream();
    }

    private Map<AttemptKey, Attempt> rows(AttemptKey key) {
        return jobs.computeIfAbsent(key.jobId(), none -> new TreeMap<>(SORT));
    }
}
