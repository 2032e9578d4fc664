package io.trainyard.local.events;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.wiring.Deployment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Builds the envelope that EventBridge puts around an event. */
record Envelopes(Deployment deployment) {

    /** What differs from event to event. */
    record Content(String source, String detailType, ObjectNode detail, List<String> resources, Instant time) {}

    String envelope(String id, Content content) {
        var envelope = JSON.createObjectNode()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", content.detailType())
                .put("source", content.source())
                .put("account", deployment.account())
                .put("time", content.time().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", deployment.region());
        var resources = envelope.putArray("resources");
        content.resources().forEach(resources::add);
        envelope.set("detail", content.detail());
        return envelope.toString();
    }
}
