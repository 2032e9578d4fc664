package io.trainyard.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventIds;
import io.trainyard.events.JobIds;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import io.trainyard.steps.domain.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A {@code job-requested} as it was delivered.
 *
 * @param jobId the job that this sender means by this key; where there is no key, by this event
 * @param hash of the request: the same hash is the same request, whatever the order of its fields
 * @param requestedBy the source, as EventBridge let it pass
 * @param caller who asks, as a name without a meaning: the same for all jobs of one sender and, at our own door, of one person
 * @param cause this event
 * @param data the request, of any shape
 * @param objections what is wrong around the request, in the event's detail
 */
public record Asked(
        String jobId,
        String hash,
        String requestedBy,
        String caller,
        Cause cause,
        JsonNode data,
        List<Violation> objections) {

    private static final String OURS = "trainyard.";
    private static final int CALLER_LENGTH = 12;
    private static final Set<String> KNOWN = Set.of("metadata", "data", "route");

    public Asked {
        objections = List.copyOf(objections);
    }

    /** @param deployment the resource prefix, which is part of every job's id */
    public static Asked of(String deployment, Delivered event) {
        JsonNode detail = event.detail();
        JsonNode data = detail.path("data");
        JsonNode key = data.path("idempotencyKey");
        String meant = key.isTextual() && !key.textValue().isBlank() ? key.textValue() : "event:" + event.id();
        String id = idOf(event);
        return new Asked(
                JobIds.draw(deployment, event.account(), event.source(), meant),
                EventIds.digest(canonical(data)),
                event.source(),
                caller(event, meant),
                new Cause(id, id),
                data,
                objections(detail));
    }

    /** Our own door asks for others, and puts who it is before their key. */
    private static String caller(Delivered event, String key) {
        int end = key.indexOf('/');
        String person = event.source().startsWith(OURS) && end > 0 ? key.substring(0, end) : "";
        return EventIds.digest(event.account(), event.source(), person).substring(0, CALLER_LENGTH);
    }

    /** Our own events carry the id by which the tree of events knows them; everybody else's have EventBridge's. */
    private static String idOf(Delivered event) {
        JsonNode own = event.detail().at("/metadata/id");
        return event.source().startsWith(OURS) && own.isTextual() ? own.textValue() : event.id();
    }

    private static List<Violation> objections(JsonNode detail) {
        var objections = new ArrayList<Violation>();
        if (detail.hasNonNull("route")) {
            objections.add(
                    new Violation("/route", "a request brings no route of its own", "remove route; it is drawn here"));
        }
        if (!detail.path("data").isObject()) {
            objections.add(new Violation(
                    "/data",
                    "the event's detail needs the request as data",
                    "write \"detail\": {\"data\": {\"name\": ...}}"));
        }
        detail.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                objections.add(new Violation(
                        "/" + name, "the event's detail has no such field", "put the request's own fields into data"));
            }
        });
        return objections;
    }

    private static String canonical(JsonNode data) {
        return data.isMissingNode() ? "" : Json.write(Json.convert(data, Object.class));
    }
}
