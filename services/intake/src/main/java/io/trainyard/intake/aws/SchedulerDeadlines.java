package io.trainyard.intake.aws;

import io.trainyard.events.json.Json;
import io.trainyard.intake.app.DeadlineTimers;
import io.trainyard.lambda.Timers;
import java.time.Instant;
import java.util.Map;

/** Deadlines as one-time schedules, each named after its run. */
final class SchedulerDeadlines implements DeadlineTimers {

    /** The field of intake's message to itself. */
    static final String FIELD = "deadline";

    /** Which run's deadline it is. */
    record RunKey(String jobId, int run) {}

    private final Timers timers;
    private final String prefix;

    SchedulerDeadlines(Timers timers, String prefix) {
        this.timers = timers;
        this.prefix = prefix;
    }

    @Override
    public void set(String jobId, int run, Instant at) {
        String body = Json.write(Map.of(FIELD, new RunKey(jobId, run)));
        timers.once(prefix + "-" + jobId + "-deadline-" + run, at, body);
    }
}
