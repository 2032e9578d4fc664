package io.trainyard.tests.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.EventType;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.StepFailure;
import io.trainyard.events.UnroutedFact;
import io.trainyard.wiring.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every event in every way that matters to a pattern: each kind released, a run lost, several steps at once, the end. */
final class SampleEvents {

    /** Kinds of the design that have no service yet; nobody may hear them by accident. */
    private static final Set<String> KINDS_OF_THE_DESIGN =
            Set.of("processing", "training", "tuning", "model", "endpoint", "transform", "probe", "end");

    private SampleEvents() {}

    static Set<String> kinds() {
        var kinds = new TreeSet<>(KINDS_OF_THE_DESIGN);
        kinds.addAll(Checkout.wiring().serviceOfKind().keySet());
        return kinds;
    }

    static List<Envelope> all() {
        var events = new ArrayList<Envelope>();
        for (EventType type : EventType.values()) {
            events.addAll(of(type));
        }
        return events;
    }

    static List<Envelope> of(EventType type) {
        var events = new ArrayList<Envelope>();
        if (UnroutedFact.class.isAssignableFrom(type.fact())) {
            events.add(event(type, "", Checkout.golden(type)));
        } else {
            events.add(event(type, "nothing released", route(type, false, List.of())));
            events.add(event(type, "over", route(type, true, List.of())));
        }
        if (ReleasingFact.class.isAssignableFrom(type.fact())) {
            kinds().forEach(kind -> events.add(event(type, "next " + kind, route(type, false, List.of(kind)))));
            events.add(event(type, "next training and model", route(type, false, List.of("training", "model"))));
            events.add(event(type, "awaited", awaited(type)));
            events.add(event(type, "end", end(type)));
        }
        return events;
    }

    /** The ways of an event that happen: {@code over} is on final failures and verdicts, and on those always. */
    static List<Envelope> real(EventType type) {
        String never = carriesOver(type) ? "nothing released" : "over";
        return of(type).stream()
                .filter(event -> !event.label().endsWith(" " + never))
                .toList();
    }

    private static boolean carriesOver(EventType type) {
        return StepFailure.class.isAssignableFrom(type.fact())
                || type == EventType.JOB_FAILED
                || type == EventType.JOB_CANCELLED;
    }

    /** The source that an event comes from: of the service that says it, or of a stranger where anybody may. */
    static String source(EventType type) {
        if (type == EventType.JOB_REQUESTED) {
            return "com.example.lab";
        }
        return Checkout.wiring().services().stream()
                .filter(service -> service.says().contains(type.eventName()))
                .map(ServiceDescription::name)
                .findFirst()
                .map(service -> "trainyard." + service)
                .orElse("trainyard.later");
    }

    private static Envelope event(EventType type, String label, JsonNode detail) {
        return Envelope.ours((type.eventName() + " " + label).strip(), type.eventName(), source(type), detail);
    }

    private static ObjectNode route(EventType type, boolean over, List<String> kinds) {
        ObjectNode detail = Checkout.golden(type).deepCopy();
        ObjectNode route = detail.withObject("/route");
        route.put("over", over).put("end", false);
        route.putArray("awaited");
        var next = JsonNodeFactory.instance.arrayNode();
        for (String kind : kinds) {
            next.addObject().put("step", "a-" + kind).put("kind", kind).put("attempt", 1);
        }
        route.set("next", next);
        return detail;
    }

    private static ObjectNode awaited(EventType type) {
        ObjectNode detail = route(type, false, List.of());
        detail.withObject("/route").withArray("awaited").add("join");
        return detail;
    }

    private static ObjectNode end(EventType type) {
        ObjectNode detail = route(type, false, List.of());
        detail.withObject("/route").put("end", true);
        return detail;
    }
}
