package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class SqsTest extends AccountTestCase {

    @Test
    void sendsReceivesAndDeletesUnderAUrlOfTheFront() {
        try (var sqs = clients.sqs()) {
            var url = sqs.createQueue(queue -> queue.queueName("orders")).queueUrl();

            sqs.sendMessage(message -> message.queueUrl(url)
                    .messageBody("one")
                    .messageAttributes(Map.of(
                            "kind",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("test")
                                    .build())));
            var received = sqs.receiveMessage(it -> it.queueUrl(url).messageAttributeNames("All"))
                    .messages();
            sqs.deleteMessage(
                    it -> it.queueUrl(url).receiptHandle(received.getFirst().receiptHandle()));

            assertThat(url).isEqualTo(account.endpoint() + "/123456789012/orders");
            assertThat(received).extracting(Message::body).containsExactly("one");
            assertThat(received.getFirst().messageAttributes().get("kind").stringValue())
                    .isEqualTo("test");
            assertThat(sqs.receiveMessage(it -> it.queueUrl(url)).messages()).isEmpty();
        }
    }

    @Test
    void keepsQueuesAndMessagesOverARestart() {
        try (var sqs = clients.sqs()) {
            sqs.createQueue(queue -> queue.queueName("orders-dlq"));
            var url = sqs.createQueue(queue -> queue.queueName("orders")
                            .attributes(Map.of(
                                    QueueAttributeName.VISIBILITY_TIMEOUT,
                                    "77",
                                    QueueAttributeName.REDRIVE_POLICY,
                                    "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:orders-dlq\","
                                            + "\"maxReceiveCount\":3}")))
                    .queueUrl();
            sqs.sendMessage(message -> message.queueUrl(url).messageBody("kept"));
        }

        restart();

        try (var sqs = clients.sqs()) {
            var url = sqs.getQueueUrl(queue -> queue.queueName("orders")).queueUrl();
            var attributes = sqs.getQueueAttributes(it -> it.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                    .attributes();
            assertThat(attributes).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77");
            assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY)).contains("orders-dlq");
            assertThat(sqs.receiveMessage(it -> it.queueUrl(url)).messages())
                    .extracting(Message::body)
                    .containsExactly("kept");
        }
    }

    @Test
    void movesAMessageToItsDeadLetterQueueAfterTheLastReceive() {
        try (var sqs = clients.sqs()) {
            var dead = sqs.createQueue(queue -> queue.queueName("orders-dlq")).queueUrl();
            var url = sqs.createQueue(queue -> queue.queueName("orders")
                            .attributes(Map.of(
                                    QueueAttributeName.VISIBILITY_TIMEOUT,
                                    "0",
                                    QueueAttributeName.REDRIVE_POLICY,
                                    "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:orders-dlq\","
                                            + "\"maxReceiveCount\":\"2\"}")))
                    .queueUrl();
            sqs.sendMessage(message -> message.queueUrl(url).messageBody("poison"));

            assertThat(sqs.receiveMessage(it -> it.queueUrl(url)).messages()).hasSize(1);
            assertThat(sqs.receiveMessage(it -> it.queueUrl(url)).messages()).hasSize(1);
            assertThat(sqs.receiveMessage(it -> it.queueUrl(url)).messages()).isEmpty();
            assertThat(sqs.receiveMessage(it -> it.queueUrl(dead)).messages())
                    .extracting(Message::body)
                    .containsExactly("poison");
        }
    }

    @Test
    void saysThatAQueueIsNotThere() {
        try (var sqs = clients.sqs()) {
            assertThatThrownBy(() -> sqs.getQueueUrl(queue -> queue.queueName("none")))
                    .isInstanceOf(QueueDoesNotExistException.class);
        }
    }

    @Test
    void namesAnErrorAsTheQueryProtocolDid() {
        var answer = SignedRequest.json(account, "sqs", "AmazonSQS.GetQueueUrl", "{\"QueueName\": \"none\"}")
                .send();

        assertThat(answer.headers().firstValue("x-amzn-query-error"))
                .contains("AWS.SimpleQueueService.NonExistentQueue;Sender");
    }
}
