package io.trainyard.deadletters.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Queues that remember what was sent. */
public final class InMemoryQueues implements ServiceQueues {

    /** A message on its way back. */
    public record Sent(String service, String body, String letter) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Deque<String> own = new ArrayDeque<>();

    @Override
    public synchronized void send(String service, String body, String letter) {
        sent.add(new Sent(service, body, letter));
    }

    @Override
    public synchronized void goOn(String replay, Duration delay) {
        own.add(replay);
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The desk's next message to itself; null where there is none. */
    public synchronized String next() {
        return own.poll();
    }
}
