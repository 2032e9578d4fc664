package io.trainyard.lambda;

import io.trainyard.measures.EmbeddedMetrics;
import io.trainyard.measures.Measures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** What all services share from outside: time, ids, and the clients that have no Quarkus extension. Made once, address and keys from the environment. */
@ApplicationScoped
class Clients {

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
}
