package io.trainyard.deadletters.app;

import io.trainyard.letters.domain.Letter;
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
    private final List<Duration> delays = new ArrayList<>();

    @Override
    public synchronized void send(String service, String body, String letter) {
        sent.add(new Sent(service, body, letter));
    }

    @Override
    public synchronized void send(String service, List<Letter> letters) {
        letters.forEach(letter -> send(service, letter.body(), letter.id()));
    }

    @Override
    public synchronized void goOn(String replay, Duration delay) {
        own.add(replay);
        delays.add(delay);
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** How long each message of the desk to itself was held back. */
    public synchronized List<Duration> delays() {
        return List.copyOf(delays);
    }

    /** The desk's next message to itself; null where there is none. */
    public synchronized String next() {
        return own.poll();
    }
}
