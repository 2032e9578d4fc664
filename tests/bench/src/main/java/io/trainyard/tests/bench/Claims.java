package io.trainyard.tests.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the steps of a job were claimed, as the function that did it logged once the row was written. */
final class Claims {

    private static final Pattern CLAIMED = Pattern.compile("claimed [0-9]+#(?<step>[^#]+)#[0-9]+");

    private Claims() {}

    /**
     * The time of each step's first claim.
     *
     * @param log of the function, with {@code TRAINYARD_LOG_LEVEL=DEBUG}
     */
    static Map<String, Instant> of(Path log, String jobId) throws IOException {
        Map<String, Instant> claims = new HashMap<>();
        try (var lines = Files.lines(log)) {
            lines.filter(line -> line.contains("\"claimed ") && line.contains(jobId))
                    .forEach(line -> add(line, claims));
        }
        return claims;
    }

    private static void add(String line, Map<String, Instant> claims) {
        try {
            var entry = Json.read(line);
            Matcher claimed = CLAIMED.matcher(entry.path("message").asText());
            if (claimed.matches()) {
                claims.putIfAbsent(
                        claimed.group("step"),
                        Instant.parse(entry.path("timestamp").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a function's log has a line that is not JSON: " + line, e);
        }
    }
}
