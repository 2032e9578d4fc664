package io.trainyard.letters.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobIds;
import io.trainyard.events.MessageParked;
import io.trainyard.events.ResourceName;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What can be read of a message's body, whatever it holds. */
public final class Contents {

    private static final Set<String> REQUESTS =
            Set.of(EventType.JOB_REQUESTED.eventName(), EventType.JOB_RESUME_REQUESTED.eventName());
    private static final String UNREADABLE = "unreadable";

    private final Optional<JsonNode> tree;

    private Contents(Optional<JsonNode> tree) {
        this.tree = tree;
    }

    public static Contents of(String body) {
        try {
            return new Contents(Optional.of(Json.tree(body)).filter(JsonNode::isObject));
        } catch (UnreadableEvent e) {
            return new Contents(Optional.empty());
        }
    }

    /** The event's name; of a service's message to itself, its first field; {@code unreadable} otherwise. */
    public String event() {
        return tree.map(body -> {
                    String named = body.path("detail-type").asText();
                    boolean own = named.isEmpty() && body.fieldNames().hasNext();
                    return own ? body.fieldNames().next() : named;
                })
                .filter(name -> !name.isEmpty())
                .orElse(UNREADABLE);
    }

    /**
     * The job that the message belongs to, {@link MessageParked#NO_JOB} where it names none. SageMaker's own events name it in the
     * resource, a request from outside in its key, a timer in its row.
     *
     * @param deployment the resource prefix, which is part of every job's id
     */
    public String jobId(String deployment) {
        return tree.flatMap(body -> text(body.at("/detail/metadata/jobId"))
                        .or(() -> resource(body.path("detail")).map(ResourceName::jobId))
                        .or(() -> requested(deployment, body))
                        .or(() -> text(body.path("timer").path("jobId")))
                        .or(() -> text(body.path("deadline").path("jobId"))))
                .orElse(MessageParked.NO_JOB);
    }

    /** The step that the message is about, several with commas where it releases several; empty where it is about none. */
    public Optional<String> step() {
        return tree.flatMap(body -> released(body)
                .or(() -> text(body.at("/detail/data/step")))
                .or(() -> resource(body.path("detail")).map(ResourceName::step))
                .or(() -> text(body.path("timer").path("step"))));
    }

    /** The id of the event, for what it led to; empty where the message is none of ours. */
    public Optional<String> eventId() {
        return tree.flatMap(body -> text(body.at("/detail/metadata/id")));
    }

    /** The id of the request that began the job, as the message names it. */
    public Optional<String> correlationId() {
        return tree.flatMap(body -> text(body.at("/detail/metadata/correlationId")));
    }

    /** What the message breaks of its schema; empty where it can be read, or where it is no event of ours. */
    public Optional<String> broken() {
        if (tree.isEmpty()) {
            return Optional.of("the message is not a JSON object");
        }
        String name = tree.get().path("detail-type").asText();
        if (EventType.named(name).isEmpty() || REQUESTS.contains(name) && fromOutside()) {
            return Optional.empty();
        }
        try {
            EventCodec.read(name, tree.get().path("detail"));
            return Optional.empty();
        } catch (UnreadableEvent e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the message may be given up: a release of steps, or a request. Everything else says what has happened. */
    public boolean discardable() {
        return tree.map(body -> REQUESTS.contains(body.path("detail-type").asText())
                        || !body.at("/detail/route/next").isEmpty())
                .orElse(false);
    }

    /** Whether the message tells of a parked one. Such a message is never announced itself: that would never end. */
    public boolean aboutParking() {
        return List.of(EventType.MESSAGE_PARKED.eventName(), EventType.MESSAGE_UNPARKED.eventName())
                .contains(event());
    }

    private boolean fromOutside() {
        return !tree.map(body -> body.path("source").asText()).orElse("").startsWith("trainyard.");
    }

    private Optional<String> requested(String deployment, JsonNode body) {
        if (!body.path("detail-type").asText().equals(EventType.JOB_REQUESTED.eventName())) {
            return Optional.empty();
        }
        String key = text(body.at("/detail/data/idempotencyKey"))
                .orElse("event:" + body.path("id").asText());
        return Optional.of(JobIds.draw(
                deployment, body.path("account").asText(), body.path("source").asText(), key));
    }

    private static Optional<String> released(JsonNode body) {
        String steps = StreamSupport.stream(body.at("/detail/route/next").spliterator(), false)
                .flatMap(next -> text(next.path("step")).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(steps).filter(some -> !some.isEmpty());
    }

    private static Optional<ResourceName> resource(JsonNode detail) {
        return StreamSupport.stream(detail.properties().spliterator(), false)
                .filter(field -> field.getKey().endsWith("Name"))
                .flatMap(field -> ResourceName.parse(field.getValue().asText()).stream())
                .findFirst();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
    }

    /** Names a body, for the record of an edit. */
    static String digest(String body) {
        return EventIds.digest(body).substring(0, 12);
    }
}
