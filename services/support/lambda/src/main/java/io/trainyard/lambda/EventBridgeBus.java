package io.trainyard.lambda;

import io.trainyard.events.Event;
import io.trainyard.events.json.EventCodec;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Our bus on EventBridge. PutEvents answers 200 even where it took nothing: every entry's own answer counts. */
@ApplicationScoped
public class EventBridgeBus implements EventBus {

    private static final Logger LOG = Logger.getLogger(EventBridgeBus.class);
    private static final int ENTRIES = 10;
    private static final int LARGE = 48 * 1024;

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
        String detail = EventCodec.detail(event);
        if (detail.length() > LARGE) {
            LOG.warnv("event of {0} characters; EventBridge bills by 64 KB and takes 256 KB", detail.length());
        }
        return PutEventsRequestEntry.builder()
                .eventBusName(deployment.bus())
                .source(deployment.source())
                .detailType(event.name())
                .detail(detail)
                .time(event.metadata().occurredAt())
                .build();
    }
}
