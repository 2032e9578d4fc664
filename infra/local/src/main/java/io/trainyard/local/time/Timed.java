package io.trainyard.local.time;

import java.time.Instant;
import java.util.Optional;

/** A part of the account that does something when its time comes. */
public interface Timed {

    /** When it next has something to do; empty where it waits for nothing. */
    Optional<Instant> nextDue();

    /** Does what is due by now; afterwards {@link #nextDue} is later than now, or empty. */
    void runDue();
}
