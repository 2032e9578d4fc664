package io.trainyard.capacity.aws;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.capacity.app.ClimbLadder;
import io.trainyard.capacity.app.ClimbStores;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.ClimbPolicy;
import io.trainyard.capacity.domain.ClimbState;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.capacity.domain.Tally;
import io.trainyard.capacity.domain.Try;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.Timers;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/** Puts capacity together. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Climb.class,
            ClimbKey.class,
            ClimbState.class,
            Rung.class,
            Tally.class,
            Try.class,
            SchedulerClimbTimers.Park.class,
        })
class CapacityParts {

    @Produces
    @Singleton
    ClimbStores stores(
            DynamoDbClient dynamo,
            Deployment deployment,
            Timers timers,
            EventBus bus,
            Clock clock,
            CapacityConfig config) {
        ServiceQuotasClient quotas = ServiceQuotasClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new ClimbStores(
                new DynamoClimbs(dynamo, deployment.table("climbs")),
                new SchedulerClimbTimers(timers, deployment.prefix()),
                new CachedServiceQuotas(quotas, clock, config.quotasFor()),
                bus,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Produces
    @ApplicationScoped
    MessageHandler messages(ClimbStores stores, Deployment deployment, CapacityConfig config) {
        var policy = new ClimbPolicy(
                config.shortest(), config.base(), config.growth(), config.cap(), config.longest(), config.spotTries());
        return new CapacityHandler(new ClimbLadder(stores, policy, deployment.prefix()));
    }
}
