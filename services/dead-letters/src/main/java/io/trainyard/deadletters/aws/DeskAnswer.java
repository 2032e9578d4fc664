package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.json.Json;
import java.util.Map;

/** What the desk answers. An error is always {@code {"message": ...}} with a sentence that helps. */
record DeskAnswer(int status, String body) {

    /** Of what failed here and may go well the next time. */
    private static final int AGAIN = 503;

    /** A19. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    static DeskAnswer json(int status, Object body) {
        return new DeskAnswer(status, Json.write(body));
    }

    static DeskAnswer error(int status, String message) {
        return json(status, Map.of("message", message));
    }

    /** In API Gateway's form. */
    JsonNode payload() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("statusCode", status);
        ObjectNode headers = payload.putObject("headers");
        HEADERS.forEach(headers::put);
        if (status == AGAIN) {
            headers.put("Retry-After", "1");
        }
        return payload.put("body", body);
    }
}
