package io.trainyard.local.sqs;

import java.time.Instant;
import java.util.Map;

/**
 * A message taken from a queue; it comes back after the queue's visibility timeout unless it is deleted.
 *
 * @param receipt what deletes it
 * @param receives how often it has been received, this time included
 * @param attributes its message attributes by name
 */
public record ReceivedMessage(
        String id,
        String receipt,
        String body,
        Instant sent,
        Instant firstReceived,
        int receives,
        Map<String, Attribute> attributes) {

    /** A message attribute; a binary value is base64. */
    public record Attribute(String type, String value) {}
}
