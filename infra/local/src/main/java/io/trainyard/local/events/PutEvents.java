package io.trainyard.local.events;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.Occasion;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.usage.Usage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * PutEvents: AWS's limits, entry by entry, in AWS's words. An entry answered with an id lies in the queues of every
 * rule that matched; one for a bus that is not there is answered the same and goes nowhere, as on AWS.
 */
final class PutEvents {

    private static final Logger LOG = System.getLogger(PutEvents.class.getName());
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int BYTES_OF_TIME = 14;

    private final Delivery delivery;
    private final Envelopes envelopes;
    private final EventBridge.Surroundings here;

    PutEvents(Delivery delivery, Envelopes envelopes, EventBridge.Surroundings here) {
        this.delivery = delivery;
        this.envelopes = envelopes;
        this.here = here;
    }

    /** What came of one entry: its answer, and the deliveries still under way. */
    private record Outcome(ObjectNode answer, CompletableFuture<Void> delivered) {}

    JsonNode put(ObjectNode request) {
        var entries = request.path("Entries");
        checkTogether(entries);
        var outcomes = new ArrayList<Outcome>();
        entries.forEach(entry -> outcomes.add(one(entry)));
        var answer = JSON.createObjectNode();
        var answers = answer.putArray("Entries");
        outcomes.forEach(outcome -> answers.add(finished(outcome)));
        return answer.put("FailedEntryCount", answers.findValues("ErrorCode").size());
    }

    private Outcome one(JsonNode entry) {
        var problem = problem(entry);
        if (problem.isEmpty()) {
            var refused = here.faults().on(FaultKind.ENTRY_REFUSED, occasion(entry));
            if (refused.isPresent()) {
                return failed(refused.get().effect().error().orElse("InternalFailure"), "Unexpected failure.");
            }
            var detail = detail(entry.path("Detail").asText());
            if (detail == null) {
                return failed("MalformedDetail", "Detail is malformed.");
            }
            var id = here.ids().get();
            count(entry);
            var envelope = envelopes.envelope(id, content(entry, detail));
            var bus = BusNames.of(entry.path("EventBusName").asText(BusStore.DEFAULT));
            return new Outcome(JSON.createObjectNode().put("EventId", id), delivery.deliver(bus, envelope));
        }
        return problem.startsWith("Not")
                ? failed("NotAuthorizedForSourceException", problem)
                : failed("InvalidArgument", problem);
    }

    private static Occasion occasion(JsonNode entry) {
        return new Occasion("events", "PutEvents", entry.path("DetailType").asText(), "", 0, 0);
    }

    private Envelopes.Content content(JsonNode entry, ObjectNode detail) {
        var resources = new ArrayList<String>();
        entry.path("Resources").forEach(resource -> resources.add(resource.asText()));
        var time = entry.has("Time")
                ? Instant.ofEpochMilli((long) (entry.path("Time").asDouble() * 1000))
                : here.clock().instant();
        return new Envelopes.Content(
                entry.path("Source").asText(), entry.path("DetailType").asText(), detail, resources, time);
    }

    private static String problem(JsonNode entry) {
        for (var field : List.of("Source", "DetailType", "Detail")) {
            if (entry.path(field).asText().isEmpty()) {
                return "Parameter " + field + " is not valid. Reason: " + field + " is a required argument.";
            }
        }
        return entry.path("Source").asText().startsWith("aws.") ? "Not authorized for the source." : "";
    }

    private static @org.jspecify.annotations.Nullable ObjectNode detail(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Outcome failed(String code, String message) {
        return new Outcome(
                JSON.createObjectNode().put("ErrorCode", code).put("ErrorMessage", message),
                CompletableFuture.completedFuture(null));
    }

    private static ObjectNode finished(Outcome outcome) {
        try {
            outcome.delivered().join();
            return outcome.answer();
        } catch (CompletionException e) {
            LOG.log(Level.ERROR, "an event was not delivered", e);
            return failed("InternalFailure", "The event was not delivered.").answer();
        }
    }

    private static void checkTogether(JsonNode entries) {
        if (entries.size() > MOST_ENTRIES) {
            throw AwsFault.of("ValidationException", lengthProblem("less than or equal to 10"));
        }
        if (entries.isEmpty()) {
            throw AwsFault.of("ValidationException", lengthProblem("greater than or equal to 1"));
        }
        var bytes = 0;
        for (var entry : entries) {
            bytes += sizeOfEntry(entry);
        }
        if (bytes > MOST_BYTES) {
            throw AwsFault.of("ValidationException", "Total size of the entries in the request is over the limit.");
        }
    }

    private void count(JsonNode entry) {
        var bytes = sizeOfEntry(entry);
        var type = entry.path("DetailType").asText();
        here.usage().add("events", "published", type, Usage.chunks(bytes));
        here.usage().add("events", "bytes", type, bytes);
    }

    private static int sizeOfEntry(JsonNode entry) {
        var bytes = entry.has("Time") ? BYTES_OF_TIME : 0;
        for (var field : List.of("Source", "DetailType", "Detail")) {
            bytes += size(entry.path(field));
        }
        for (var resource : entry.path("Resources")) {
            bytes += size(resource);
        }
        return bytes;
    }

    private static int size(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String lengthProblem(String bound) {
        return "1 validation error detected: Value '[PutEventsRequestEntry]' at 'entries' failed to satisfy"
                + " constraint: Member must have length " + bound;
    }
}
