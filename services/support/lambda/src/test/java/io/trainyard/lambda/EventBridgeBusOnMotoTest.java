package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.MotoAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What we say on an AWS that nobody here wrote, through a rule as the deployment has them, into a queue. */
class EventBridgeBusOnMotoTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MotoAccount moto = MotoAccount.open();
    private final EventBridgeClient client = moto.client(EventBridgeClient.builder());
    private final SqsClient sqs = moto.client(SqsClient.builder());
    private final Deployment deployment = TestDeployment.of("jobs");
    private final EventBridgeBus bus = new EventBridgeBus(client, deployment);

    @AfterEach
    void close() {
        client.close();
        sqs.close();
    }

    /** More than one PutEvents call takes. */
    @Test
    void everyEventArrivesWithItsSourceNameAndDetail() {
        client.createEventBus(request -> request.name(deployment.bus()));
        String queue = sqs.createQueue(request -> request.queueName("heard")).queueUrl();
        client.putRule(request -> request.name("all")
                .eventBusName(deployment.bus())
                .eventPattern("{\"source\": [\"trainyard.jobs\"], \"detail-type\": [\"job-cancel-requested\"]}"));
        client.putTargets(request -> request.rule("all")
                .eventBusName(deployment.bus())
                .targets(target -> target.id("queue").arn("arn:aws:sqs:eu-west-1:123456789012:heard")));

        bus.say(IntStream.range(0, 12)
                .mapToObj(EventBridgeBusOnMotoTest::cancel)
                .toList());

        List<JsonNode> heard = heard(queue);
        assertThat(heard).hasSize(12);
        assertThat(heard)
                .extracting(event -> event.at("/detail/metadata/id").textValue())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12)
                        .mapToObj(number -> "id-" + number)
                        .toList());
        assertThat(heard)
                .allSatisfy(event ->
                        assertThat(event.at("/detail/data/run").intValue()).isEqualTo(1));
    }

    private List<JsonNode> heard(String queue) {
        var heard = new ArrayList<JsonNode>();
        List<Message> messages;
        do {
            messages = sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
                    .messages();
            messages.forEach(message -> heard.add(Json.tree(message.body())));
        } while (!messages.isEmpty());
        return heard;
    }

    private static Event cancel(int number) {
        return new Unrouted(
                new Metadata("id-" + number, "job1", "cause", "request", NOON, 1), new JobCancelRequested(1, "ann"));
    }
}
