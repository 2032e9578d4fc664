package io.trainyard.local.sns;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.front.AwsFault;

/**
 * What a message says, to whom. With the structure {@code json} the publisher gives a text per protocol, and each
 * subscriber gets that of its own (SNS's Publish, MessageStructure).
 *
 * @param whole as it was published
 * @param standard for protocols without a text of their own
 * @param forQueues for SQS
 */
record MessageText(String whole, String standard, String forQueues) {

    static MessageText of(String message, String structure) {
        if (!structure.equals("json")) {
            return new MessageText(message, message, message);
        }
        var texts = parsed(message);
        if (!texts.path("default").isTextual()) {
            throw AwsFault.of(
                    "InvalidParameter", "Invalid parameter: Message Structure - No default entry in JSON message body");
        }
        var standard = texts.path("default").textValue();
        return new MessageText(message, standard, texts.path("sqs").asText(standard));
    }

    private static JsonNode parsed(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw AwsFault.of(
                    "InvalidParameter", "Invalid parameter: Message Structure - JSON message body failed to parse");
        }
    }
}
