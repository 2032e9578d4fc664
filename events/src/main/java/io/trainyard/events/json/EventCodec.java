package io.trainyard.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Event;
import io.trainyard.events.EventType;
import io.trainyard.events.Fact;
import io.trainyard.events.Releasing;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import org.jspecify.annotations.Nullable;

/**
 * Events to JSON and back. Reads the version that is written today and the one before; ignores fields it does not know; refuses
 * a route that releases something on an event that cannot.
 */
public final class EventCodec {

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
        EventType type = EventType.named(name)
                .orElseThrow(() -> new UnreadableEvent("there is no event " + name + " in the catalogue"));
        WireDetail wire = Json.convert(detail, WireDetail.class);
        if (wire.metadata() == null || wire.data() == null) {
            throw new UnreadableEvent(name + " needs metadata and data");
        }
        if (wire.metadata().version() > type.version()) {
            throw new UnreadableEvent(
                    name + " has version " + wire.metadata().version() + ", this reader knows up to " + type.version());
        }
        return event(name, wire, Json.convert(wire.data(), type.fact()));
    }

    private static Event event(String name, WireDetail wire, Fact fact) {
        return switch (fact) {
            case ReleasingFact releasing ->
                new Releasing(wire.metadata(), route(name, wire.route()).route(), releasing);
            case StandingFact standing -> {
                WireRoute route = route(name, wire.route());
                if (route.releases()) {
                    throw new UnreadableEvent(name + " cannot release steps");
                }
                yield new Standing(wire.metadata(), route.position(), standing);
            }
            case UnroutedFact unrouted -> {
                if (wire.route() != null) {
                    throw new UnreadableEvent(name + " carries no route");
                }
                yield new Unrouted(wire.metadata(), unrouted);
            }
        };
    }

    private static WireRoute route(String name, @Nullable WireRoute route) {
        if (route == null || route.plan() == null || route.until() == null) {
            throw new UnreadableEvent(name + " needs a route");
        }
        return route;
    }
}
