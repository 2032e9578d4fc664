package io.trainyard.lambda;

import io.trainyard.events.Event;
import io.trainyard.events.json.EventCodec;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Our bus on EventBridge. PutEvents answers 200 even where it took nothing: every entry's own answer counts. */
@ApplicationScoped
public class EventBridgeBus implements EventBus {

    private static final int ENTRIES = 10;

    private final EventBridgeClient client;
    private final Deployment deployment;

    public EventBridgeBus(EventBridgeClient client, Deployment deployment) {
        this.client = client;
        this.deployment = deployment;
    }

    @Override
    public void say(List<Event> events) {
        for (int from = 0; from < events.size(); from += ENTRIES) {
            put(events.subList(from, Math.min(from + ENTRIES, events.size())));
        }
    }

    private void put(List<Event> events) {
        List<PutEventsRequestEntry> entries = events.stream().map(this::entry).toList();
        for (PutEventsResultEntry answer :
                client.putEvents(request -> request.entries(entries)).entries()) {
            if (answer.errorCode() != null) {
                throw new IllegalStateException(
                        "EventBridge did not take an event: " + answer.errorCode() + ": " + answer.errorMessage());
            }
        }
    }

    private PutEventsRequestEntry entry(Event event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(deployment.bus())
                .source(deployment.source())
                .detailType(event.name())
                .detail(EventCodec.detail(event))
                .time(event.metadata().occurredAt())
                .build();
    }
}
