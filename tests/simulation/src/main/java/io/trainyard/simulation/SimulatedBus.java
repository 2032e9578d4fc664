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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Our bus: every event to the inbox of every service that hears it. Remembers what was said. */
final class SimulatedBus implements EventBus {

    /**
     * A service on the bus.
     *
     * @param discard what it does when an event is given up; null where nothing can be
     */
    record Listener(
            Inbox inbox,
            Predicate<Event> hears,
            Consumer<Event> handler,
            @Nullable Consumer<Event> discard) {}

    private final Stage stage;
    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final List<Event> said = new ArrayList<>();

    /** The services whose rules match nothing. */
    final Set<String> deaf = new HashSet<>();

    SimulatedBus(Stage stage) {
        this.stage = stage;
    }

    void listen(Inbox inbox, Predicate<Event> hears, Consumer<Event> handler) {
        listen(new Listener(inbox, hears, handler, null));
    }

    void listen(Listener listener) {
        listeners.put(listener.inbox().service(), listener);
    }

    @Override
    public void say(List<Event> events) {
        if (events.size() > 1 && stage.strikes(Fault.BUS_TOOK_SOME)) {
            int refused = stage.chance().below(events.size());
            for (int i = 0; i < events.size(); i++) {
                if (i != refused) {
                    say(events.get(i));
                }
            }
            throw new IllegalStateException("EventBridge did not take an event: InternalFailure");
        }
        events.forEach(this::say);
    }

    private void say(Event event) {
        said.add(event);
        for (Listener listener : listeners.values()) {
            if (hears(listener, event)) {
                listener.inbox().send(what(event), posting(event, listener));
            }
        }
    }

    /** Says an event that everybody hears at once, in the middle of whatever runs. */
    void sayNow(Event event) {
        said.add(event);
        for (Listener listener : listeners.values()) {
            if (hears(listener, event)) {
                listener.inbox().receiveNow(what(event), posting(event, listener));
            }
        }
    }

    /** Everything that was said, copies included. */
    List<Event> said() {
        return said;
    }

    private boolean hears(Listener listener, Event event) {
        return !deaf.contains(listener.inbox().service()) && listener.hears().test(event);
    }

    private static Posting posting(Event event, Listener listener) {
        return new EventPosting(event, listener.handler(), listener.discard());
    }

    private static Supplier<String> what(Event event) {
        return () -> event.name() + " " + event.metadata().jobId();
    }
}
