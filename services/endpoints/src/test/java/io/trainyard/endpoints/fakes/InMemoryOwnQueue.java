package io.trainyard.endpoints.fakes;

import io.trainyard.endpoints.app.OwnQueue;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the service sent to itself. Nothing is delivered by itself. */
public final class InMemoryOwnQueue implements OwnQueue {

    /** What a message asks for. */
    public enum Kind {
        TICK,
        RETIRE
    }

    /** One message. */
    public record Sent(Kind kind, AttemptKey key, Duration delay) {}

    private final List<Sent> sent = new ArrayList<>();

    @Override
    public void tick(AttemptKey key, Duration delay) {
        sent.add(new Sent(Kind.TICK, key, delay));
    }

    @Override
    public void retire(AttemptKey key, Duration delay) {
        sent.add(new Sent(Kind.RETIRE, key, delay));
    }

    /** Takes everything that was sent since the last call. */
    public List<Sent> take() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }
}
