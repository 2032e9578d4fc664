package io.trainyard.simulation;

import io.trainyard.capacity.app.ClimbTimers;
import io.trainyard.capacity.app.Climbs;
import io.trainyard.capacity.app.InMemoryClimbs;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Capacity's table and its one-off timers. */
final class SimulatedClimbs implements Climbs, ClimbTimers {

    private final Stage stage;
    private final BiConsumer<ClimbKey, Integer> wake;
    private final InMemoryClimbs rows = new InMemoryClimbs();
    private final Map<String, Integer> timers = new HashMap<>();
    private int set;

    SimulatedClimbs(Stage stage, BiConsumer<ClimbKey, Integer> wake) {
        this.stage = stage;
        this.wake = wake;
    }

    @Override
    public Optional<Climb> find(ClimbKey key) {
        return rows.find(key);
    }

    @Override
    public boolean write(Climb climb) {
        if (!rows.write(climb)) {
            return false;
        }
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
        return rows.ofRun(jobId, run);
    }

    @Override
    public void bury(String jobId, int run) {
        rows.bury(jobId, run);
    }

    @Override
    public boolean buried(String jobId, int run) {
        return rows.buried(jobId, run);
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
        stage.in(left.isNegative() ? Duration.ZERO : left, () -> "park of " + name + " ends", () -> {
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
        return rows.all();
    }

    boolean none() {
        return timers.isEmpty();
    }

    private static String name(Climb climb) {
        return climb.key() + "#" + climb.last().attempt();
    }
}
