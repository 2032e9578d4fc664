package io.trainyard.local.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule sends what it matches: an SQS queue.
 *
 * @param input what is sent instead of the event; null for the event itself
 * @param deadLetters the ARN of the queue that gets what cannot be delivered; null where that is dropped
 */
record Target(
        String id,
        String arn,
        @Nullable String input,
        @Nullable String deadLetters) {

    private static final String QUEUE = "arn:aws:sqs:";

    @JsonIgnore
    boolean isQueue() {
        return arn.startsWith(QUEUE);
    }

    /** The queue's name. */
    String queue() {
        return queue(arn);
    }

    /** The name out of a queue's ARN. */
    static String queue(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
