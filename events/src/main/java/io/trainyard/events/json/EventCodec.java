package io.trainyard.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Event;
import io.trainyard.events.EventType;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.Unrouted;
import java.util.Map;

/**
 * Events to JSON and back. Reads the version that is written today and the one before; ignores fields it does not know; refuses
 * a route that releases something on an event that cannot.
 */
public final class EventCodec {

    /** Today every event is at its first version, so there is nothing to lift. */
    private static final EventReader READER = new EventReader(EventType::version, Map.of());

    private EventCodec() {}

    /** The detail of the event, as PutEvents takes it. */
    public static String detail(Event event) {
        WireRoute route = switch (event) {
            case Releasing releasing -> WireRoute.of(releasing.route());
            case Standing standing -> WireRoute.of(standing.route());
            case Unrouted unrouted -> null;
        };
        return Json.write(new WireDetail(event.metadata(), route, Json.tree(event.fact())));
    }

    /**
     * Reads an event by its name and detail.
     *
     * @throws UnreadableEvent with the reason, where it is none of ours or breaks its shape
     */
    public static Event read(String name, JsonNode detail) {
        return READER.read(name, detail);
    }
}
