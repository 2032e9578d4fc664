package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.trainyard.events.EventIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Parks messages with their cause. A message that SQS moves by itself (a crash, a time-out) has no cause attribute: no verdict.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int CAUSE_LENGTH = 1_000;
    private static final int HELD_DELAY_SECONDS = 30;

    private final SqsClient sqs;
    private final Deployment deployment;

    public DeadLetters(SqsClient sqs, Deployment deployment) {
        this.sqs = sqs;
        this.deployment = deployment;
    }

    /** Sends the message to the dead-letter queue, unchanged. False where that failed too: then SQS moves it. */
    boolean park(SQSEvent.SQSMessage message, RuntimeException failure) {
        String cause = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String shown = cause.length() > CAUSE_LENGTH ? cause.substring(0, CAUSE_LENGTH) : cause;
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("cause", text(shown));
        attributes.put("fingerprint", text(fingerprint(cause)));
        attributes.put("service", text(deployment.service()));
        attributes.put("messageId", text(message.getMessageId()));
        return sent(() -> sqs.sendMessage(request -> request.queueUrl(deployment.deadLetterQueueUrl())
                .messageBody(message.getBody())
                .messageAttributes(attributes)));
    }

    /** Puts the message at the end of its own queue with its receives forgotten: another's lease and throttling are no failure. */
    boolean sendAgain(SQSEvent.SQSMessage message) {
        return sent(() -> sqs.sendMessage(request -> request.queueUrl(deployment.queueUrl())
                .messageBody(message.getBody())
                .delaySeconds(HELD_DELAY_SECONDS)));
    }

    /** The same for failures that differ only in numbers, names and ids. */
    static String fingerprint(String cause) {
        String normal = cause.replaceAll("[0-9a-f]{8,}", "#").replaceAll("\\d+", "#");
        return EventIds.digest(normal).substring(0, 16);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static boolean sent(Runnable send) {
        try {
            send.run();
            return true;
        } catch (SdkException e) {
            LOG.errorv(e, "a message could not be sent");
            return false;
        }
    }
}
