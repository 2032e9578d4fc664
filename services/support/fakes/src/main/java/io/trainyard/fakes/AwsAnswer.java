package io.trainyard.fakes;

import io.trainyard.events.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One answer of AWS. */
public record AwsAnswer(int status, Map<String, String> headers, byte[] body) {

    public AwsAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer in text. */
    public static AwsAnswer text(int status, Map<String, String> headers, String text) {
        return new AwsAnswer(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What an operation answers when it works. */
    public static AwsAnswer document(Object document) {
        return text(200, Map.of(), Json.write(document));
    }

    /** An error, as AWS names and words it. */
    public static AwsAnswer refusal(String error, String message) {
        return text(400, Map.of(), Json.write(Map.of("__type", error, "message", message)));
    }
}
