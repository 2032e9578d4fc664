package io.trainyard.deadletters.aws;

import io.trainyard.deadletters.app.ServiceQueues;
import io.trainyard.lambda.DeadLetters;
import io.trainyard.lambda.Deployment;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The services' queues on SQS. */
final class SqsServiceQueues implements ServiceQueues {

    private final SqsClient sqs;
    private final Deployment deployment;

    SqsServiceQueues(SqsClient sqs, Deployment deployment) {
        this.sqs = sqs;
        this.deployment = deployment;
    }

    @Override
    public void send(String service, String body, String letter) {
        var attribute = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(letter)
                .build();
        sqs.sendMessage(request -> request.queueUrl(deployment.queueUrlOf(service))
                .messageBody(body)
                .messageAttributes(Map.of(DeadLetters.LETTER, attribute)));
    }

    @Override
    public void goOn(String replay, Duration delay) {
        String body = "{\"" + DeskQueues.REPLAY + "\":\"" + replay + "\"}";
        sqs.sendMessage(request ->
                request.queueUrl(deployment.queueUrl()).messageBody(body).delaySeconds((int) delay.toSeconds()));
    }
}
