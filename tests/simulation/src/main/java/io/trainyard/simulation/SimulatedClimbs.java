package io.trainyard.simulation;

import io.trainyard.capacity.app.ClimbTimers;
import io.trainyard.capacity.app.Climbs;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Capacity's table and its one-off timers. */
final class SimulatedClimbs implements Climbs, ClimbTimers {

    private final Stage stage;
    private final BiConsumer<ClimbKey, Integer> wake;
    private final Map<ClimbKey, Climb> rows = new LinkedHashMap<>();
    private final Map<String, Integer> timers = new HashMap<>();
    private final Set<String> buried = new HashSet<>();
    private int set;

    SimulatedClimbs(Stage stage, BiConsumer<ClimbKey, Integer> wake) {
        this.stage = stage;
        this.wake = wake;
    }

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
        switch (climb.state()) {
            case PARKED -> stage.count(Fault.WAITED_FOR_CAPACITY);
            case EXHAUSTED -> stage.count(Fault.CAPACITY_EXHAUSTED);
            case RELEASED, CLOSED -> {
                // Nothing to count.
            }
        }
        return true;
    }

    @Override
    public List<Climb> ofRun(String jobId, int run) {
        return rows.values().stream()
                .filter(climb ->
                        climb.key().jobId().equals(jobId) && climb.key().run() == run)
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

    @Override
    public void set(Climb parked) {
        String name = name(parked);
        if (timers.containsKey(name)) {
            return;
        }
        int mine = ++set;
        timers.put(name, mine);
        Duration left = Duration.between(stage.clock().instant(), Objects.requireNonNull(parked.wakeAt()));
        stage.in(left.isNegative() ? Duration.ZERO : left, "park of " + name + " ends", () -> {
            if (timers.remove(name, mine)) {
                wake.accept(parked.key(), parked.round());
            }
        });
    }

    @Override
    public void remove(Climb climb) {
        timers.remove(name(climb));
    }

    Collection<Climb> all() {
        return rows.values();
    }

    boolean none() {
        return timers.isEmpty();
    }

    private static String name(Climb climb) {
        return climb.key() + "#" + climb.last().attempt();
    }
}
