package io.trainyard.ledger.aws;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.Event;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.Message;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.ledger.domain.Artifacts;
import io.trainyard.ledger.domain.Heard;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.ledger.domain.Parked;
import io.trainyard.ledger.domain.SpotUse;
import io.trainyard.ledger.domain.StatusAt;
import io.trainyard.ledger.domain.StepState;
import io.trainyard.ledger.domain.Tried;
import io.trainyard.ledger.domain.Trouble;
import io.trainyard.ledger.domain.Waiting;
import io.trainyard.measures.Measures;
import io.trainyard.steps.app.EventBus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Hears the events of a batch job by job: with the first of a job's events all of them, so that its record is read and written once. Where
 * that fails each comes again for itself. A function has one batch at a time.
 */
@Singleton
@RegisterForReflection(
        targets = {
            JobRecord.class,
            JobStatus.class,
            Artifacts.class,
            Trouble.class,
            StatusAt.class,
            StepState.class,
            SpotUse.class,
            Tried.class,
            Waiting.class,
            Parked.class,
            Heard.class
        })
class LedgerHandler implements MessageHandler {

    private final Ledger ledger;
    private final Map<String, Map<Event, String>> together = new HashMap<>();
    private final Set<Event> heard = new HashSet<>();

    @Inject
    LedgerHandler(DynamoDbClient dynamo, Deployment deployment, EventBus bus, Clock clock, Measures measures) {
        this(new Ledger(new DynamoBooks(dynamo, deployment.table("records")), bus, clock, measures));
    }

    LedgerHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void expect(List<Message> batch) {
        together.clear();
        heard.clear();
        for (Message message : batch) {
            try {
                Event event = event(message);
                together.computeIfAbsent(event.metadata().jobId(), job -> new LinkedHashMap<>())
                        .put(event, source(message));
            } catch (RuntimeException unreadable) {
                // It is handled alone, and fails for itself: no message may take others with it.
            }
        }
    }

    @Override
    public void handle(Message message) {
        Event event = event(message);
        if (heard.contains(event)) {
            return;
        }
        var events = together.getOrDefault(event.metadata().jobId(), Map.of(event, source(message)));
        ledger.hear(events);
        heard.addAll(events.keySet());
    }

    private static Event event(Message message) {
        return switch (message) {
            case Message.Heard one ->
                EventCodec.read(one.event().detailType(), one.event().detail());
            case Message.Own own -> throw new UnreadableEvent("the ledger sends no messages to itself");
        };
    }

    private static String source(Message message) {
        return ((Message.Heard) message).event().source();
    }
}
