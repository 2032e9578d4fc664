package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.trainyard.events.EventIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Parks messages with their cause. A message that SQS moves by itself (a crash, a time-out) has no cause attribute: no verdict.
 */
@ApplicationScoped
public class DeadLetters {

    /** The attribute with the cause, as {@code <class>: <message>}. */
    public static final String CAUSE = "cause";

    /** The attribute with the id of the message that died: a second copy of one dead letter has the same. */
    public static final String MESSAGE_ID = "messageId";

    /** The attribute of a message that the desk sent back: its letter. */
    public static final String LETTER = "letter";

    /** The attribute of a message that is only asked about. */
    public static final String DRY_RUN = "dry-run";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int CAUSE_LENGTH = 1_000;
    private static final Duration HELD_DELAY = Duration.ofSeconds(30);

    private final SqsClient sqs;
    private final Deployment deployment;

    public DeadLetters(SqsClient sqs, Deployment deployment) {
        this.sqs = sqs;
        this.deployment = deployment;
    }

    /** Sends the message to the dead-letter queue, unchanged. False where that failed too: then SQS moves it. */
    boolean park(SQSEvent.SQSMessage message, RuntimeException failure) {
        String cause = words(failure);
        String shown = cause.length() > CAUSE_LENGTH ? cause.substring(0, CAUSE_LENGTH) : cause;
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put(CAUSE, text(shown));
        attributes.put("fingerprint", text(fingerprint(cause)));
        attributes.put("service", text(deployment.service()));
        attributes.put(MESSAGE_ID, text(message.getMessageId()));
        attribute(message, LETTER).ifPresent(letter -> attributes.put(LETTER, text(letter)));
        return sent(() -> sqs.sendMessage(request -> request.queueUrl(deployment.deadLetterQueueUrl())
                .messageBody(message.getBody())
                .messageAttributes(attributes)));
    }

    /** Puts the message at the end of its own queue with its receives forgotten: another's lease and throttling are no failure. */
    boolean sendAgain(SQSEvent.SQSMessage message) {
        return sendAgain(message, HELD_DELAY);
    }

    /** The same after a delay of at most 15 minutes: a turn that has not come is no failure either. */
    boolean sendAgain(SQSEvent.SQSMessage message, Duration delay) {
        int seconds = Math.toIntExact(delay.plusMillis(999).toSeconds());
        return sent(() -> sqs.sendMessage(request -> request.queueUrl(deployment.queueUrl())
                .messageBody(message.getBody())
                .messageAttributes(attribute(message, LETTER)
                        .map(letter -> Map.of(LETTER, text(letter)))
                        .orElse(Map.of()))
                .delaySeconds(seconds)));
    }

    /** A text attribute of a message. */
    static Optional<String> attribute(SQSEvent.SQSMessage message, String name) {
        return Optional.ofNullable(message.getMessageAttributes())
                .map(all -> all.get(name))
                .map(SQSEvent.MessageAttribute::getStringValue);
    }

    /** A failure as a cause. */
    static String words(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
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
