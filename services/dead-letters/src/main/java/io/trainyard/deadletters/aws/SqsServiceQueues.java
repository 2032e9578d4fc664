package io.trainyard.deadletters.aws;

import io.trainyard.deadletters.app.ServiceQueues;
import io.trainyard.lambda.DeadLetters;
import io.trainyard.lambda.Deployment;
import io.trainyard.letters.domain.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The services' queues on SQS. */
final class SqsServiceQueues implements ServiceQueues {

    /** A batch may hold 256 KB in UTF-8; what could be more goes out one by one. */
    private static final int MOST_CHARACTERS = 60_000;

    private final SqsClient sqs;
    private final Deployment deployment;

    SqsServiceQueues(SqsClient sqs, Deployment deployment) {
        this.sqs = sqs;
        this.deployment = deployment;
    }

    @Override
    public void send(String service, String body, String letter) {
        sqs.sendMessage(request -> request.queueUrl(deployment.queueUrlOf(service))
                .messageBody(body)
                .messageAttributes(marked(letter)));
    }

    @Override
    public void send(String service, List<Letter> letters) {
        int characters = letters.stream().mapToInt(it -> it.body().length()).sum();
        if (letters.size() == 1 || characters > MOST_CHARACTERS) {
            letters.forEach(letter -> send(service, letter.body(), letter.id()));
            return;
        }
        List<SendMessageBatchRequestEntry> entries = letters.stream()
                .map(letter -> SendMessageBatchRequestEntry.builder()
                        .id(letter.id())
                        .messageBody(letter.body())
                        .messageAttributes(marked(letter.id()))
                        .build())
                .toList();
        var answer = sqs.sendMessageBatch(
                request -> request.queueUrl(deployment.queueUrlOf(service)).entries(entries));
        if (!answer.failed().isEmpty()) {
            var first = answer.failed().getFirst();
            throw new IllegalStateException(
                    "SQS did not take " + answer.failed().size() + " of " + letters.size() + " letters for " + service
                            + ": " + first.code() + ": " + first.message());
        }
    }

    @Override
    public void goOn(String replay, Duration delay) {
        String body = "{\"" + DeskQueues.REPLAY + "\":\"" + replay + "\"}";
        sqs.sendMessage(request ->
                request.queueUrl(deployment.queueUrl()).messageBody(body).delaySeconds((int) delay.toSeconds()));
    }

    private static Map<String, MessageAttributeValue> marked(String letter) {
        return Map.of(
                DeadLetters.LETTER,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(letter)
                        .build());
    }
}
