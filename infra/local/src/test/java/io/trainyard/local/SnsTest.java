package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;

class SnsTest extends AccountTestCase {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:ty-local-notices";
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:inbox";

    @Test
    void bringsAMessageInItsEnvelopeToASubscribedQueue() throws Exception {
        try (var sns = clients.sns();
                var sqs = clients.sqs()) {
            var url = sqs.createQueue(it -> it.queueName("inbox")).queueUrl();
            sns.subscribe(it -> it.topicArn(TOPIC).protocol("sqs").endpoint(QUEUE));

            var id = sns.publish(it -> it.topicArn(TOPIC).subject("job <1>").message("failed & \"done\""))
                    .messageId();

            var body = sqs.receiveMessage(it -> it.queueUrl(url))
                    .messages()
                    .getFirst()
                    .body();
            var envelope = new ObjectMapper().readTree(body);
            assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
            assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
            assertThat(envelope.path("Subject").asText()).isEqualTo("job <1>");
            assertThat(envelope.path("Message").asText()).isEqualTo("failed & \"done\"");
        }
    }

    @Test
    void bringsARawMessageWithItsAttributes() {
        try (var sns = clients.sns();
                var sqs = clients.sqs()) {
            var url = sqs.createQueue(it -> it.queueName("inbox")).queueUrl();
            sns.subscribe(it -> it.topicArn(TOPIC)
                    .protocol("sqs")
                    .endpoint(QUEUE)
                    .attributes(Map.of("RawMessageDelivery", "true")));

            sns.publish(it -> it.topicArn(TOPIC)
                    .message("plain")
                    .messageAttributes(Map.of(
                            "job",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("j1")
                                    .build())));

            var message = sqs.receiveMessage(it -> it.queueUrl(url).messageAttributeNames("All"))
                    .messages()
                    .getFirst();
            assertThat(message.body()).isEqualTo("plain");
            assertThat(message.messageAttributes().get("job").stringValue()).isEqualTo("j1");
        }
    }

    @Test
    void givesEachProtocolItsOwnTextOfAStructuredMessage() {
        try (var sns = clients.sns();
                var sqs = clients.sqs()) {
            var url = sqs.createQueue(it -> it.queueName("inbox")).queueUrl();
            sns.subscribe(it -> it.topicArn(TOPIC)
                    .protocol("sqs")
                    .endpoint(QUEUE)
                    .attributes(Map.of("RawMessageDelivery", "true")));

            sns.publish(it -> it.topicArn(TOPIC)
                    .messageStructure("json")
                    .message("{\"default\": \"for people\", \"sqs\": \"for programs\"}"));

            assertThat(sqs.receiveMessage(it -> it.queueUrl(url))
                            .messages()
                            .getFirst()
                            .body())
                    .isEqualTo("for programs");
            assertThatThrownBy(() -> sns.publish(
                            it -> it.topicArn(TOPIC).messageStructure("json").message("{\"sqs\": \"for programs\"}")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("No default entry in JSON message body");
        }
    }

    @Test
    void keepsTopicsSubscriptionsAndNoticesOverARestart() throws Exception {
        try (var sns = clients.sns()) {
            sns.subscribe(it -> it.topicArn(TOPIC).protocol("sqs").endpoint(QUEUE));
            sns.publish(it -> it.topicArn(TOPIC).message("remember me"));
        }

        restart();

        try (var sns = clients.sns();
                var http = HttpClient.newHttpClient()) {
            assertThat(sns.listTopics().topics()).extracting(Topic::topicArn).contains(TOPIC);
            assertThat(sns.listSubscriptionsByTopic(it -> it.topicArn(TOPIC)).subscriptions())
                    .extracting(Subscription::endpoint)
                    .containsExactly(QUEUE);
            var notices = http.send(
                    HttpRequest.newBuilder(account.endpoint().resolve("/_trainyard/notices"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(new ObjectMapper()
                            .readTree(notices.body())
                            .at("/notices/0/Message")
                            .asText())
                    .isEqualTo("remember me");
        }
    }

    @Test
    void refusesInAwsWords() {
        try (var sns = clients.sns()) {
            assertThatThrownBy(() -> sns.publish(it -> it.topicArn(TOPIC + "x").message("m")))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Topic does not exist");
            assertThatThrownBy(() -> sns.publish(it -> it.topicArn(TOPIC).message("")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("Invalid parameter: Empty message");
            assertThatThrownBy(() -> sns.subscribe(
                            it -> it.topicArn(TOPIC).protocol("email").endpoint("a@b")))
                    .hasMessageContaining("is not supported by the local account");
        }
    }
}
