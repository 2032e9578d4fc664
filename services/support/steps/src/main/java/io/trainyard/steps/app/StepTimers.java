package io.trainyard.steps.app;

import io.trainyard.steps.domain.AttemptKey;
import java.time.Instant;

/** One recurring timer per waiting row: it brings the row's key back to the service's own queue. */
public interface StepTimers {

    /** Sets the timer; does nothing where it is set. Ends by itself at {@code endsAt}. */
    void set(AttemptKey key, Instant firstAt, Instant endsAt);

    /** Removes the timer; does nothing where there is none. */
    void remove(AttemptKey key);
}
