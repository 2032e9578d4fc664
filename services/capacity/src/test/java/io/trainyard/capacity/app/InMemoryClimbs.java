package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Climbs in memory, with the conditional writes of the real ones. */
public final class InMemoryClimbs implements Climbs {

    private final Map<ClimbKey, Climb> rows = new LinkedHashMap<>();
    private final Set<String> buried = new HashSet<>();

    @Override
    public Optional<Climb> find(ClimbKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public boolean write(Climb climb) {
        long now = find(climb.key()).map(Climb::version).orElse(0L);
        if (now != climb.version() - 1) {
            return false;
        }
        rows.put(climb.key(), climb);
        return true;
    }

    @Override
    public List<Climb> ofRun(String jobId, int run) {
        return rows.values().stream()
                .filter(climb -> climb.key().jobId().equals(jobId))
                .filter(climb -> climb.key().run() == run)
                .toList();
    }

    @Override
    public void bury(String jobId, int run) {
        buried.add(jobId + "#" + run);
    }

    @Override
    public boolean buried(String jobId, int run) {
        return buried.contains(jobId + "#" + run);
    }

    /** Every row, in the order of their first writes. */
    public Collection<Climb> all() {
        return Collections.unmodifiableCollection(rows.values());
    }
}
