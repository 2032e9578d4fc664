package io.trainyard.tests.mortal;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Json;
import io.trainyard.events.JobIds;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** An upstream system that puts its requests on the bus. */
public final class EventCaller implements AutoCloseable {

    private final EventBridgeClient events;
    private final String bus;
    private final String account;

    public EventCaller(RunningAccount running) {
        this.bus = running.bus();
        this.account = running.number();
        this.events = EventBridgeClient.builder()
                .endpointOverride(running.endpoint())
                .region(Region.of(running.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(running.accessKeyId(), running.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(20)))
                .build();
    }

    /**
     * Asks for a job.
     *
     * @param source on whose behalf, such as {@code acme.orders}
     * @param key the request's idempotency key
     * @return the job's id once the bus has taken the request; empty where it has not, and may be asked again under the same key
     */
    public Optional<String> ask(String source, String key, JsonNode request) {
        String detail = Json.object().set("data", request).toString();
        try {
            var answer = events.putEvents(put -> put.entries(entry -> entry.eventBusName(bus)
                    .source(source)
                    .detailType("job-requested")
                    .detail(detail)));
            return answer.failedEntryCount() == 0
                    ? Optional.of(JobIds.draw(bus, account, source, key))
                    : Optional.empty();
        } catch (SdkException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
