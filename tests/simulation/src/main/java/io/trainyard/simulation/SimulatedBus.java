package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.steps.app.EventBus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Our bus: every event to the inbox of every service that hears it. Remembers what was said. */
final class SimulatedBus implements EventBus {

    /** An event on its way to the handler of one service. */
    record Handling(Event event, Consumer<Event> handler) implements Runnable {
        @Override
        public void run() {
            handler.accept(event);
        }
    }

    private record Listener(Inbox inbox, Predicate<Event> hears, Consumer<Event> handler) {}

    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final List<Event> said = new ArrayList<>();

    /** The services whose rules match nothing. */
    final Set<String> deaf = new HashSet<>();

    void listen(String service, Inbox inbox, Predicate<Event> hears, Consumer<Event> handler) {
        listeners.put(service, new Listener(inbox, hears, handler));
    }

    @Override
    public void say(List<Event> events) {
        for (Event event : events) {
            said.add(event);
            for (Listener listener : listeners.values()) {
                if (!deaf.contains(listener.inbox().service())
                        && listener.hears().test(event)) {
                    listener.inbox()
                            .send(
                                    event.name() + " " + event.metadata().jobId(),
                                    new Handling(event, listener.handler()));
                }
            }
        }
    }

    /** Everything that was said, copies included. */
    List<Event> said() {
        return said;
    }
}
