package io.trainyard.simulation;

import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Recurring timers of one service: each sends the row's key to the service's inbox until it is removed or ends. */
final class SimulatedTimers implements StepTimers {

    private final String name;
    private final Stage stage;
    private final Inbox inbox;
    private final Duration every;
    private final Consumer<AttemptKey> tick;
    private final Map<AttemptKey, Instant> ends = new HashMap<>();
    /** How often the timer of each row has fired. */
    final Map<AttemptKey, Integer> fired = new HashMap<>();

    SimulatedTimers(String name, Stage stage, Inbox inbox, Duration every, Consumer<AttemptKey> tick) {
        this.name = name;
        this.stage = stage;
        this.inbox = inbox;
        this.every = every;
        this.tick = tick;
    }

    @Override
    public void set(AttemptKey key, Instant firstAt, Instant endsAt) {
        if (ends.putIfAbsent(key, endsAt) == null) {
            fireIn(Duration.between(stage.clock().instant(), firstAt), key);
        }
    }

    @Override
    public void remove(AttemptKey key) {
        ends.remove(key);
    }

    boolean none() {
        return ends.isEmpty();
    }

    private void fireIn(Duration delay, AttemptKey key) {
        stage.in(delay, () -> name + " timer of " + key, () -> {
            Instant end = ends.get(key);
            if (end == null || stage.clock().instant().isAfter(end)) {
                ends.remove(key);
                return;
            }
            fired.merge(key, 1, Integer::sum);
            inbox.send(() -> "timer " + key, () -> tick.accept(key));
            fireIn(every, key);
        });
    }
}
