package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A trace as OpenTelemetry's JSON (OTLP 1.x, {@code POST /v1/traces} of any collector takes it). Ids are drawn from the events' ids, so
 * that a trace that is exported twice is the same trace.
 */
public record OtlpDocument(String jobId, JobTrace trace) {

    private static final int SPAN_ID = 16;

    /** {@code kind} of a span that is work on a message. */
    private static final int CONSUMER = 5;

    /** {@code code} of a status that is a failure. */
    private static final int ERROR = 2;

    public ObjectNode tree() {
        Map<String, ArrayNode> byService = new LinkedHashMap<>();
        ObjectNode document = Json.object();
        ArrayNode services = document.putArray("resourceSpans");
        for (JobTrace.Span span : trace.spans()) {
            byService
                    .computeIfAbsent(span.event().source(), name -> service(services, name))
                    .add(span(span));
        }
        return document;
    }

    private static ArrayNode service(ArrayNode services, String name) {
        ObjectNode service = services.addObject();
        attribute(service.putObject("resource").putArray("attributes"), "service.name", name);
        ObjectNode scope = service.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "trainyard");
        return scope.putArray("spans");
    }

    private ObjectNode span(JobTrace.Span span) {
        EventView event = span.event();
        ObjectNode tree = Json.object();
        tree.put("traceId", hex(jobId)).put("spanId", spanId(event.id()));
        span.parent().ifPresent(parent -> tree.put("parentSpanId", spanId(parent)));
        tree.put("name", event.name()).put("kind", CONSUMER);
        tree.put("startTimeUnixNano", nanos(span.start())).put("endTimeUnixNano", nanos(span.end()));
        ArrayNode attributes = tree.putArray("attributes");
        attribute(attributes, "trainyard.job.id", jobId);
        attribute(attributes, "trainyard.event.id", event.id());
        event.step().ifPresent(step -> attribute(attributes, "trainyard.step", step));
        event.attempt().ifPresent(attempt -> attribute(attributes, "trainyard.attempt", attempt));
        span.elsewhere().ifPresent(cause -> attribute(attributes, "trainyard.caused.by", cause));
        if (event.name().endsWith("-failed")) {
            tree.putObject("status").put("code", ERROR);
        }
        return tree;
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static String nanos(Instant at) {
        return Long.toString(at.getEpochSecond() * 1_000_000_000L + at.getNano());
    }

    private static String spanId(String eventId) {
        return hex(eventId).substring(0, SPAN_ID);
    }

    private static String hex(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
