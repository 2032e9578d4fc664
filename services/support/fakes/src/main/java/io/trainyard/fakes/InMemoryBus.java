package io.trainyard.fakes;

import io.trainyard.events.Event;
import io.trainyard.steps.app.EventBus;
import java.util.ArrayList;
import java.util.List;

/** A bus that remembers what was said, copies included. */
public final class InMemoryBus implements EventBus {

    private final List<Event> said = new ArrayList<>();

    @Override
    public synchronized void say(List<Event> events) {
        said.addAll(events);
    }

    public synchronized List<Event> said() {
        return List.copyOf(said);
    }

    /** The names of what was said, in order. */
    public List<String> names() {
        return said().stream().map(Event::name).toList();
    }
}
