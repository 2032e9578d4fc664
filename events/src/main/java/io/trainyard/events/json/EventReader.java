package io.trainyard.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.EventType;
import io.trainyard.events.Fact;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads events of today's version and of the one before, which is first lifted to today's shape. */
final class EventReader {

    private final ToIntFunction<EventType> today;
    private final Map<EventType, UnaryOperator<ObjectNode>> lifts;

    /**
     * @param today the version that is written now
     * @param lifts for each type above version 1, how its data of the version before becomes today's
     */
    EventReader(ToIntFunction<EventType> today, Map<EventType, UnaryOperator<ObjectNode>> lifts) {
        this.today = today;
        this.lifts = Map.copyOf(lifts);
        for (EventType type : EventType.values()) {
            if (today.applyAsInt(type) > 1 && !lifts.containsKey(type)) {
                throw new IllegalArgumentException(
                        "nothing says how to read " + type.eventName() + " of the version before");
            }
        }
    }

    Event read(String name, JsonNode detail) {
        EventType type = EventType.named(name)
                .orElseThrow(() -> new UnreadableEvent("there is no event " + name + " in the catalogue"));
        if (!detail.isObject()) {
            throw new UnreadableEvent(name + " needs a detail of metadata, route and data");
        }
        Metadata metadata = Json.convert(part(name, detail, "metadata"), Metadata.class);
        JsonNode data = atToday(type, metadata.version(), part(name, detail, "data"));
        WireRoute route = detail.hasNonNull("route") ? Json.convert(detail.get("route"), WireRoute.class) : null;
        return event(name, metadata, route, Json.convert(data, type.fact()));
    }

    private JsonNode atToday(EventType type, int version, JsonNode data) {
        int known = today.applyAsInt(type);
        if (version > known || version < known - 1) {
            throw new UnreadableEvent(type.eventName() + " has version " + version + ", this reader knows "
                    + (known == 1 ? "1" : known - 1 + " and " + known));
        }
        if (version == known) {
            return data;
        }
        if (!(data.deepCopy() instanceof ObjectNode older)) {
            throw new UnreadableEvent(type.eventName() + " needs data with fields");
        }
        return lifts.get(type).apply(older);
    }

    private static JsonNode part(String name, JsonNode detail, String field) {
        if (!detail.hasNonNull(field)) {
            throw new UnreadableEvent(name + " needs " + field);
        }
        return detail.get(field);
    }

    private static Event event(String name, Metadata metadata, @Nullable WireRoute route, Fact fact) {
        return switch (fact) {
            case ReleasingFact releasing ->
                new Releasing(metadata, present(name, route).route(), releasing);
            case StandingFact standing -> {
                if (present(name, route).releases()) {
                    throw new UnreadableEvent(name + " cannot release steps");
                }
                yield new Standing(metadata, route.position(), standing);
            }
            case UnroutedFact unrouted -> {
                if (route != null) {
                    throw new UnreadableEvent(name + " carries no route");
                }
                yield new Unrouted(metadata, unrouted);
            }
        };
    }

    private static WireRoute present(String name, @Nullable WireRoute route) {
        if (route == null) {
            throw new UnreadableEvent(name + " needs a route");
        }
        return route;
    }
}
