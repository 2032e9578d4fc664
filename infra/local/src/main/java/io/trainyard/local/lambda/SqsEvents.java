package io.trainyard.local.lambda;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.sqs.ReceivedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The event that Lambda makes of received messages, and the reading of a partial batch response. */
final class SqsEvents {

    private SqsEvents() {}

    static byte[] payload(List<ReceivedMessage> messages, String queueArn, String region) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(record(message, queueArn, region)));
        return JsonProtocol.bytes(event);
    }

    /**
     * The ids of the messages that must come back, out of a function's answer. An answer that names none means that all
     * went well; one that names what was not sent, or cannot be read, means that none did.
     */
    static Set<String> failures(byte[] answer, List<ReceivedMessage> messages) {
        var sent = messages.stream().map(ReceivedMessage::id).collect(Collectors.toSet());
        try {
            var root = JSON.readTree(answer);
            var failed = new HashSet<String>();
            for (var failure : root == null ? JSON.createArrayNode() : root.path("batchItemFailures")) {
                failed.add(failure.path("itemIdentifier").asText());
            }
            return sent.containsAll(failed) ? failed : sent;
        } catch (IOException e) {
            return sent;
        }
    }

    private static ObjectNode record(ReceivedMessage message, String queueArn, String region) {
        var record = JSON.createObjectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.receipt())
                .put("body", message.body());
        record.putObject("attributes")
                .put("ApproximateReceiveCount", Integer.toString(message.receives()))
                .put("SentTimestamp", Long.toString(message.sent().toEpochMilli()))
                .put("SenderId", "AIDATRAINYARDLOCAL")
                .put(
                        "ApproximateFirstReceiveTimestamp",
                        Long.toString(message.firstReceived().toEpochMilli()));
        var attributes = record.putObject("messageAttributes");
        message.attributes().forEach((name, attribute) -> {
            var key = attribute.type().startsWith("Binary") ? "binaryValue" : "stringValue";
            var value = attributes.putObject(name).put(key, attribute.value());
            value.putArray("stringListValues");
            value.putArray("binaryListValues");
            value.put("dataType", attribute.type());
        });
        return record.put("md5OfBody", md5(message.body()))
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", region);
    }

    private static String md5(String body) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
