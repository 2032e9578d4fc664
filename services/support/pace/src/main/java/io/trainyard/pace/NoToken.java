package io.trainyard.pace;

import java.time.Duration;
import java.util.Objects;

/** A call has to wait for its turn. Not a failure: the message comes back after the delay, as if it had never been received. */
public final class NoToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration delay;

    public NoToken(String family, Duration delay) {
        super("no token for " + family + ", again in " + delay.toSeconds() + " s", null, false, false);
        this.delay = Objects.requireNonNull(delay, "delay");
    }

    /** When to come back: at least a second, at most what a queue can delay a message. */
    public Duration delay() {
        return delay;
    }
}
