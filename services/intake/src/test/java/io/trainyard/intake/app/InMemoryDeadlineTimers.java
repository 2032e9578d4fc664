package io.trainyard.intake.app;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Deadline timers in memory; whoever runs the clock fires them. */
public final class InMemoryDeadlineTimers implements DeadlineTimers {

    /** One run's timer. */
    public record Timer(String jobId, int run, Instant at) {}

    private final Map<String, Timer> timers = new TreeMap<>();

    @Override
    public void set(String jobId, int run, Instant at) {
        timers.putIfAbsent(jobId + "#" + run, new Timer(jobId, run, at));
    }

    /** Every timer that was set, by job and run. */
    public Map<String, Timer> all() {
        return timers;
    }
}
