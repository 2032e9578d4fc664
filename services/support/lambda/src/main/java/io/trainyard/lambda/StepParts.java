package io.trainyard.lambda;

import io.trainyard.dryruns.DryRun;
import io.trainyard.pace.TokenPace;
import io.trainyard.steps.app.EventBus;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.app.StepWork;
import io.trainyard.steps.domain.StepSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts a launching service together around its work. */
@ApplicationScoped
public class StepParts {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private final Deployment deployment;
    private final DynamoAttempts attempts;
    private final StepStores stores;
    private final TokenPace pace;
    private final Supplier<String> owners;

    public StepParts(
            DeploymentConfig config,
            DynamoDbClient dynamo,
            EventBus bus,
            Timers timers,
            TokenPace pace,
            @Owners Supplier<String> owners) {
        this.deployment = new Deployment(config);
        this.attempts = new DynamoAttempts(dynamo, deployment.table("claims"));
        var settings = new StepSettings(
                deployment.prefix(), config.lease(), CALL_TIMEOUT, config.firstCheck(), config.checkEvery());
        this.stores = new StepStores(
                attempts,
                bus,
                new SchedulerStepTimers(timers, settings, deployment.service(), config.sweepEvery()),
                pace.clock(),
                settings,
                pace);
        this.owners = owners;
        this.pace = pace;
    }

    /** The rows, for services that write them together with items of their own. */
    public DynamoAttempts attempts() {
        return attempts;
    }

    /** Rows, bus, timers and time, for services that are more than their steps. */
    public StepStores stores() {
        return stores;
    }

    /** What a client of SageMaker's control plane is told, so that it goes at the service's pace. */
    public PacedCalls pacedCalls() {
        return new PacedCalls(pace);
    }

    /** What a service does with a message whose only business is steps of one kind. */
    public StepMessages messages(StepWork work) {
        return new StepMessages(new StepService(work, stores, owners), new DryRun(work, stores), Map.of());
    }
}
