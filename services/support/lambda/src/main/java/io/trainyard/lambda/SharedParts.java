package io.trainyard.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.measures.EmbeddedMetrics;
import io.trainyard.measures.Measures;
import io.trainyard.pace.Bucket;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import io.trainyard.pace.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * What all services share: time, ids, measures, the pace of calls to SageMaker, and the clients that have no Quarkus extension. Made once,
 * address and keys from the environment.
 */
@ApplicationScoped
@RegisterForReflection(targets = {Bucket.class, Turn.class})
class SharedParts {

    @Produces
    @ApplicationScoped
    EventBridgeClient eventBridge() {
        return EventBridgeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Produces
    @ApplicationScoped
    SchedulerClient scheduler() {
        return SchedulerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Standard output is the function's log. */
    @Produces
    @ApplicationScoped
    Measures measures(Deployment deployment, Clock clock) {
        return new EmbeddedMetrics(deployment.prefix(), deployment.service(), clock, System.out::println);
    }

    /** Draws a name for each claim. */
    @Produces
    @Owners
    Supplier<String> owners() {
        return () -> UUID.randomUUID().toString();
    }

    /** Its buckets are touched by nobody who calls nobody. */
    @Produces
    @Singleton
    TokenPace pace(DynamoDbClient dynamo, DeploymentConfig config, Deployment deployment, Clock clock) {
        var buckets = new DynamoBuckets(dynamo, deployment.table("claims"));
        return new TokenPace(buckets, config.rates().map(Rates::of).orElseGet(Rates::defaults), clock);
    }
}
