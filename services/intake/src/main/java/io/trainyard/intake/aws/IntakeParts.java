package io.trainyard.intake.aws;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.intake.app.Intake;
import io.trainyard.intake.app.IntakeStores;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.intake.domain.Refusal;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.Timers;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts intake together. */
@ApplicationScoped
@RegisterForReflection(targets = {OpenedRun.class, Refusal.class, SchedulerDeadlines.RunKey.class})
class IntakeParts {

    @Produces
    @Singleton
    IntakeStores stores(DynamoDbClient dynamo, Deployment deployment, Timers timers, EventBus bus, Clock clock) {
        String table = deployment.table("runs");
        return new IntakeStores(
                new DynamoRuns(dynamo, table),
                new DynamoRefusals(dynamo, table),
                new SchedulerDeadlines(timers, deployment.prefix()),
                bus,
                clock);
    }

    @Produces
    @ApplicationScoped
    MessageHandler messages(Deployment deployment, ExamineRequest examine, IntakeStores stores) {
        return new IntakeHandler(new Intake(deployment.prefix(), examine, stores));
    }
}
