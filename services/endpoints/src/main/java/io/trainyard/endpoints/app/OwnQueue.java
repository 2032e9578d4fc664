package io.trainyard.endpoints.app;

import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;

/** The service's own queue: messages to itself, at least once, after a delay of 15 minutes at most. */
public interface OwnQueue {

    /** Brings a row back, as its timer would. */
    void tick(AttemptKey key, Duration delay);

    /** Goes on with the retirement of the endpoint that was made for this attempt. */
    void retire(AttemptKey key, Duration delay);
}
