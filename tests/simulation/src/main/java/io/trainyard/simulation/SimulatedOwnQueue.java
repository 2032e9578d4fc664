package io.trainyard.simulation;

import io.trainyard.endpoints.app.OwnQueue;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.util.function.Consumer;

/** Messages of the endpoints service to itself. */
record SimulatedOwnQueue(Inbox inbox, Consumer<AttemptKey> onTick, Consumer<AttemptKey> onRetire) implements OwnQueue {

    @Override
    public void tick(AttemptKey key, Duration delay) {
        inbox.send(() -> "tick " + key, () -> onTick.accept(key), delay);
    }

    @Override
    public void retire(AttemptKey key, Duration delay) {
        inbox.send(() -> "retire " + key, () -> onRetire.accept(key), delay);
    }
}
