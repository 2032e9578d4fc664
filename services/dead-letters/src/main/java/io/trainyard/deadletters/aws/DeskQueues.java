package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.deadletters.app.ParkMessage;
import io.trainyard.deadletters.app.ReplayLetters;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.DeadLetters;
import io.trainyard.lambda.Deployment;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Arrival;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Batches of the desk's queues: every service's dead-letter queue, and its own. Each message alone; one that fails stays where it is. A
 * dead letter is never acknowledged before it is kept, and never parked a second time: its queue keeps it for 14 days.
 */
final class DeskQueues {

    /** The field of the desk's message to itself. */
    static final String REPLAY = "replay";

    private static final Logger LOG = Logger.getLogger(DeskQueues.class);
    private static final String DEAD = "-dlq";

    private final ParkMessage park;
    private final ReplayLetters replays;
    private final Deployment deployment;

    DeskQueues(ParkMessage park, ReplayLetters replays, Deployment deployment) {
        this.park = park;
        this.replays = replays;
        this.deployment = deployment;
    }

    /** Handles a batch; answers which of its messages have to come again, as SQS expects it. */
    JsonNode handle(JsonNode records) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        if (together(records)) {
            return answer;
        }
        for (JsonNode message : records) {
            try {
                handleOne(message);
            } catch (RuntimeException failure) {
                LOG.error("a message of the desk failed and will come again", failure);
                failures.addObject()
                        .put("itemIdentifier", message.path("messageId").asText());
            }
        }
        return answer;
    }

    /** Whether a whole batch of dead letters is taken in with as many calls as one takes; where not, each is alone. */
    private boolean together(JsonNode records) {
        List<JsonNode> messages =
                StreamSupport.stream(records.spliterator(), false).toList();
        if (messages.size() < 2
                || messages.size() > Letters.TOGETHER
                || !messages.stream().allMatch(this::dead)) {
            return false;
        }
        try {
            return park.together(messages.stream().map(this::arrival).toList());
        } catch (RuntimeException failure) {
            LOG.warn("a batch of dead letters was not taken in at once; each is tried alone", failure);
            return false;
        }
    }

    private void handleOne(JsonNode message) {
        if (dead(message)) {
            park.park(arrival(message));
            return;
        }
        JsonNode body = Json.tree(message.path("body").asText());
        if (!body.path(REPLAY).isTextual()) {
            throw new UnreadableEvent("a message of the desk to itself needs the field " + REPLAY);
        }
        replays.goOn(body.path(REPLAY).asText());
    }

    private boolean dead(JsonNode message) {
        return queue(message).endsWith(DEAD);
    }

    private static String queue(JsonNode message) {
        String arn = message.path("eventSourceARN").asText();
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** A message that a service sent here itself carries its cause; one that EventBridge could not deliver, why not. */
    private Arrival arrival(JsonNode message) {
        String queue = queue(message);
        String service = queue.substring(deployment.prefix().length() + 1, queue.length() - DEAD.length());
        String id = attribute(message, DeadLetters.MESSAGE_ID)
                .orElse(message.path("messageId").asText());
        String cause = attribute(message, DeadLetters.CAUSE)
                .or(() -> undelivered(message))
                .orElse(Arrival.NO_VERDICT);
        return new Arrival(service, id, message.path("body").asText(), cause, attribute(message, DeadLetters.LETTER));
    }

    /** EventBridge's own attributes on what it could not deliver to a rule's target. */
    private static Optional<String> undelivered(JsonNode message) {
        return attribute(message, "ERROR_CODE")
                .map(code -> "undelivered: " + code + " "
                        + attribute(message, "ERROR_MESSAGE").orElse(""));
    }

    private static Optional<String> attribute(JsonNode message, String name) {
        JsonNode value = message.path("messageAttributes").path(name).path("stringValue");
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
