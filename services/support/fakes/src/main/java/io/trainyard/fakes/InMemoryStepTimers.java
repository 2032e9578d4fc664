package io.trainyard.fakes;

import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Timers that are set and removed, and never fire by themselves. */
public final class InMemoryStepTimers implements StepTimers {

    private final Map<AttemptKey, Instant> set = new LinkedHashMap<>();

    @Override
    public synchronized void set(AttemptKey key, Instant firstAt, Instant endsAt) {
        set.putIfAbsent(key, firstAt);
    }

    @Override
    public synchronized void remove(AttemptKey key) {
        set.remove(key);
    }

    /** When each timer first fires. */
    public synchronized Map<AttemptKey, Instant> all() {
        return Map.copyOf(set);
    }
}
