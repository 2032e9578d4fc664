package io.trainyard.steps.app;

import io.trainyard.events.Event;
import java.util.List;

/** Where a service says its events. */
public interface EventBus {

    /**
     * Says the events. Returns only when the bus has taken every one; on an exception some may have gone out, and saying all
     * again under their ids is harmless.
     */
    void say(List<Event> events);
}
