package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What SQS answers to a message that is sent, with the digests that the SDK compares; and its attributes as a function gets them. */
final class QueueStub {

    private static final int TEXT = 1;

    private QueueStub() {}

    /** @param request of SendMessage, whose attributes are texts */
    static AwsAnswer sent(String request) {
        JsonNode message = Json.tree(request);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("MessageId", "sent");
        answer.put("MD5OfMessageBody", digest(utf8(message.path("MessageBody").asText())));
        if (!message.path("MessageAttributes").isEmpty()) {
            answer.put("MD5OfMessageAttributes", digest(encoded(message.path("MessageAttributes"))));
        }
        return AwsAnswer.document(answer);
    }

    /** Attributes that are texts, as in an event of Lambda. */
    static Map<String, Object> received(Map<String, String> attributes) {
        Map<String, Object> received = new TreeMap<>();
        attributes.forEach((name, value) -> received.put(name, Map.of("stringValue", value, "dataType", "String")));
        return received;
    }

    /** As "Calculating the MD5 message digest for message attributes" in the SQS developer guide has it: in the order of their names. */
    private static byte[] encoded(JsonNode attributes) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        attributes.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var attribute : sorted.entrySet()) {
                write(out, attribute.getKey());
                write(out, attribute.getValue().path("DataType").asText());
                out.writeByte(TEXT);
                write(out, attribute.getValue().path("StringValue").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        out.writeInt(utf8(text).length);
        out.write(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
