package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.deadletters.app.InMemoryAudit;
import io.trainyard.deadletters.app.InMemoryLetters;
import io.trainyard.deadletters.app.InMemoryQueues;
import io.trainyard.deadletters.app.InMemoryReplays;
import io.trainyard.deadletters.app.MendLetter;
import io.trainyard.deadletters.app.ParkMessage;
import io.trainyard.deadletters.app.ReplayLetters;
import io.trainyard.deadletters.app.SendBack;
import io.trainyard.events.Event;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.lambda.Roles;
import io.trainyard.lambda.RouteRoles;
import io.trainyard.lambda.TestDeployment;
import io.trainyard.steps.app.EventBus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole function over fakes: called with what SQS and API Gateway send, answering what they get. */
final class DeskOnFakes {

    /** As the account and Terraform make it of the description. */
    private static final String ROLES = RouteRoles.json(Path.of("service.yaml"));

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final InMemoryLetters letters = new InMemoryLetters();
    final InMemoryReplays replays = new InMemoryReplays(letters);
    final InMemoryQueues queues = new InMemoryQueues();
    final InMemoryBus bus = new InMemoryBus();
    private final DeskFunction function;
    private String refused = "none";
    private int ids;

    /** What API Gateway gets: a status, headers and a JSON document. */
    record Answer(int status, JsonNode headers, JsonNode body) {

        String message() {
            return body.path("message").asText();
        }
    }

    DeskOnFakes() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        EventBus choosy = this::say;
        var audit = new InMemoryAudit();
        var sendBack = new SendBack(letters, queues, choosy, clock);
        var here = new ReplayLetters.Surroundings(clock, () -> "replay-" + ++ids);
        var replay = new ReplayLetters(letters, replays, audit, sendBack, queues, here);
        var mend = new MendLetter(
                letters, sendBack, (service, body) -> List.of("ask " + service, "claim it"), audit, clock);
        var park = new ParkMessage(letters, choosy, clock, "ty-test");
        this.function = new DeskFunction(
                new DeskQueues(park, replay, TestDeployment.of("dead-letters")),
                new DeskRoutes(letters, replays, audit, mend, replay, clock),
                new Roles(new TestDeployment("dead-letters", Optional.of(ROLES))));
    }

    /** Lets the bus refuse what is said of one job. */
    void refuse(String jobId) {
        refused = jobId;
    }

    /** A call as API Gateway hands it over; the path's parameter is called {@code id} everywhere. */
    Answer ask(String route, String id, String body) {
        return ask(route, id, body, Map.of("sub", "ann", Roles.GROUPS, "[submit operate]"));
    }

    Answer ask(String route, String id, String body, Map<String, String> claims) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", route).put("body", body).put("isBase64Encoded", false);
        event.putObject("pathParameters").put("id", id);
        ObjectNode granted = event.putObject("requestContext")
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims");
        claims.forEach(granted::put);
        return answer(call(event));
    }

    Answer answer(JsonNode payload) {
        return new Answer(
                payload.path("statusCode").asInt(),
                payload.path("headers"),
                Json.tree(payload.path("body").asText()));
    }

    /** A batch as SQS hands it over; the ids of the messages that have to come again. */
    List<String> batch(ObjectNode... messages) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records").addAll(List.of(messages));
        return call(event).path("batchItemFailures").findValuesAsText("itemIdentifier");
    }

    /** A message as it lies in a queue. */
    static ObjectNode message(String queue, String id, String body, Map<String, String> attributes) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("messageId", id).put("body", body);
        message.put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:ty-test-" + queue);
        ObjectNode all = message.putObject("messageAttributes");
        attributes.forEach((name, value) -> all.putObject(name).put("stringValue", value));
        return message;
    }

    /** A release of a step, as EventBridge delivers it. */
    static String release(String jobId) {
        return """
                {"detail-type": "step-released", "source": "trainyard.capacity", "detail":
                  {"metadata": {"jobId": "%s"}, "route": {"next": [{"step": "train"}]}}}""".formatted(jobId);
    }

    /** Lets the desk's messages to itself come until there are none left. */
    void goOn() {
        int n = 0;
        for (String next = queues.next(); next != null; next = queues.next()) {
            batch(message("dead-letters", "own-" + n++, "{\"replay\": \"" + next + "\"}", Map.of()));
        }
    }

    JsonNode call(JsonNode event) {
        try {
            var output = new ByteArrayOutputStream();
            function.handleRequest(
                    new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), output, null);
            return Json.tree(output.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(List<Event> events) {
        if (events.stream().anyMatch(event -> event.metadata().jobId().equals(refused))) {
            throw new IllegalStateException("EventBridge did not take an event");
        }
        bus.say(events);
    }
}
