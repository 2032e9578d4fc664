package io.trainyard.intake.app;

import java.time.Instant;

/** One timer per run: it brings job and run back to intake's own queue at the deadline. Durable, and never early. */
public interface DeadlineTimers {

    /** Sets the timer; does nothing where it is set. */
    void set(String jobId, int run, Instant at);
}
