package io.trainyard.ledger.aws;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.Message;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.ledger.domain.Artifacts;
import io.trainyard.ledger.domain.Heard;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.Parked;
import io.trainyard.ledger.domain.SpotUse;
import io.trainyard.ledger.domain.StatusAt;
import io.trainyard.ledger.domain.StepState;
import io.trainyard.ledger.domain.Tried;
import io.trainyard.ledger.domain.Trouble;
import io.trainyard.ledger.domain.Waiting;
import io.trainyard.measures.Measures;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the ledger together. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            JobRecord.class,
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
class LedgerParts {

    @Produces
    @ApplicationScoped
    MessageHandler messages(
            DynamoDbClient dynamo, Deployment deployment, EventBus bus, Clock clock, Measures measures) {
        var ledger = new Ledger(new DynamoBooks(dynamo, deployment.table("records")), bus, clock, measures);
        return message -> hear(ledger, message);
    }

    private static void hear(Ledger ledger, Message message) {
        switch (message) {
            case Message.Heard heard ->
                ledger.hear(
                        EventCodec.read(
                                heard.event().detailType(), heard.event().detail()),
                        heard.event().source());
            case Message.Own own -> throw new UnreadableEvent("the ledger sends no messages to itself");
        }
    }
}
