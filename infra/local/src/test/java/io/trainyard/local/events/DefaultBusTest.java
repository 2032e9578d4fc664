package io.trainyard.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.sqs.ElasticMq;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.store.Documents;
import io.trainyard.local.usage.Usage;
import io.trainyard.wiring.Deployment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultBusTest {

    private static final int EVENTS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void deliversEveryEventAndSomeOfThemTwiceUnderTheSameId() throws Exception {
        try (var documents = Documents.open(folder.resolve("account.mv"));
                var sqs = ElasticMq.start(
                        folder.resolve("queues.mv"),
                        URI.create("http://127.0.0.1:1"),
                        "eu-west-1",
                        "123456789012",
                        () -> Duration.ZERO,
                        new Usage())) {
            createQueue(sqs.address());
            var count = new AtomicInteger();
            var here = new EventBridge.Surroundings(
                    new Deployment("local", "123456789012", "eu-west-1"),
                    Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                    () -> Integer.toString(count.incrementAndGet()),
                    Faults.none(),
                    new Usage());
            var events = new EventBridge(here, documents, sqs.queues(), new Duplicates(new Random(20), 0.05));
            var pattern = JSON.readTree("{\"source\": [\"aws.sagemaker\"]}");
            var queue = "arn:aws:sqs:eu-west-1:123456789012:heard";
            events.ensureRule("default", "all", pattern, queue, queue + "-dlq");

            for (int n = 0; n < EVENTS; n++) {
                events.defaultBus()
                        .put(
                                "aws.sagemaker",
                                "SageMaker Training Job State Change",
                                JSON.createObjectNode(),
                                List.of());
            }

            var ids = received(sqs.queues());
            assertThat(ids.stream().distinct()).hasSize(EVENTS);
            assertThat(ids).hasSizeBetween(EVENTS + 3, EVENTS + 25);
        }
    }

    private static List<String> received(Queues queues) throws Exception {
        var ids = new ArrayList<String>();
        while (true) {
            var messages = queues.receive("heard", 10, Duration.ZERO);
            if (messages.isEmpty()) {
                return ids;
            }
            for (var message : messages) {
                JsonNode event = JSON.readTree(message.body());
                assertThat(event.path("source").asText()).isEqualTo("aws.sagemaker");
                ids.add(event.path("id").asText());
            }
        }
    }

    private static void createQueue(URI sqs) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(sqs)
                            .header("Content-Type", "application/x-amz-json-1.0")
                            .header("X-Amz-Target", "AmazonSQS.CreateQueue")
                            .POST(BodyPublishers.ofString("{\"QueueName\":\"heard\"}"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
