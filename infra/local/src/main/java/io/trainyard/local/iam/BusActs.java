package io.trainyard.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** EventBridge: an event says by its entry which bus it is for, who says it and what it is. */
final class BusActs implements Acts {

    private static final String SAY = "PutEvents";

    private final Deployment here;

    BusActs(Deployment here) {
        this.here = here;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        var operation = request.operation().orElse("");
        var entries = JsonProtocol.body(request).path("Entries");
        return operation.equals(SAY) && !entries.isEmpty()
                ? StreamSupport.stream(entries.spliterator(), false)
                        .map(this::said)
                        .toList()
                : List.of(new Act("events:" + operation, Act.ANY));
    }

    private Act said(JsonNode entry) {
        var bus = entry.path("EventBusName").asText("default");
        return new Act(
                "events:" + SAY,
                bus.startsWith("arn:") ? bus : here.busArn(bus),
                Map.of(
                        "events:source", entry.path("Source").asText(""),
                        "events:detail-type", entry.path("DetailType").asText("")));
    }
}
