package io.trainyard.local.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule sends what it matches: an SQS queue.
 *
 * @param input what is sent instead of the event; null for the event itself
 */
record Target(String id, String arn, @Nullable String input) {

    private static final String QUEUE = "arn:aws:sqs:";

    @JsonIgnore
    boolean isQueue() {
        return arn.startsWith(QUEUE);
    }

    /** The queue's name. */
    String queue() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
