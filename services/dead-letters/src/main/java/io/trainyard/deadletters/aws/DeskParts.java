package io.trainyard.deadletters.aws;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.deadletters.app.DryRuns;
import io.trainyard.deadletters.app.MendLetter;
import io.trainyard.deadletters.app.ParkMessage;
import io.trainyard.deadletters.app.ReplayLetters;
import io.trainyard.deadletters.app.SendBack;
import io.trainyard.deadletters.app.ServiceQueues;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.Owners;
import io.trainyard.letters.app.Audit;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.app.Replays;
import io.trainyard.letters.domain.Cause;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Deed;
import io.trainyard.letters.domain.Entry;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.LetterState;
import io.trainyard.letters.domain.Replay;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the desk together. */
@ApplicationScoped
@RegisterForReflection(
        targets = {Cause.class, CauseCount.class, Deed.class, Entry.class, Letter.class, LetterState.class, Replay.class
        })
class DeskParts {

    /** What the desk keeps, all in one table. */
    record Desk(Letters letters, Replays replays, Audit audit) {}

    @Produces
    @Singleton
    Desk desk(DynamoDbClient dynamo, Deployment deployment) {
        String table = deployment.table("letters");
        return new Desk(
                new DynamoLetters(dynamo, table), new DynamoReplays(dynamo, table), new DynamoAudit(dynamo, table));
    }

    @Produces
    @Singleton
    ServiceQueues queues(SqsClient sqs, Deployment deployment) {
        return new SqsServiceQueues(sqs, deployment);
    }

    @Produces
    @Singleton
    DryRuns dryRuns(Deployment deployment) {
        LambdaClient lambda = LambdaClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new LambdaDryRuns(lambda, deployment);
    }

    @Produces
    @Singleton
    SendBack sendBack(Desk desk, ServiceQueues queues, EventBus bus, Clock clock) {
        return new SendBack(desk.letters(), queues, bus, clock);
    }

    @Produces
    @Singleton
    ReplayLetters replay(
            Desk desk, SendBack sendBack, ServiceQueues queues, Clock clock, @Owners Supplier<String> ids) {
        var here = new ReplayLetters.Surroundings(clock, ids);
        return new ReplayLetters(desk.letters(), desk.replays(), desk.audit(), sendBack, queues, here);
    }

    @Produces
    @Singleton
    DeskQueues messages(Desk desk, ReplayLetters replay, EventBus bus, Clock clock, Deployment deployment) {
        return new DeskQueues(new ParkMessage(desk.letters(), bus, clock, deployment.prefix()), replay, deployment);
    }

    @Produces
    @Singleton
    DeskRoutes routes(Desk desk, SendBack sendBack, DryRuns dryRuns, ReplayLetters replay, Clock clock) {
        var mend = new MendLetter(desk.letters(), sendBack, dryRuns, desk.audit(), clock);
        return new DeskRoutes(desk.letters(), desk.replays(), desk.audit(), mend, replay, clock);
    }
}
