package io.trainyard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One breach in a request.
 *
 * @param path the field, as a JSON pointer
 * @param rule what must hold
 * @param hint what to write instead
 */
public record Problem(String path, String rule, String hint) {

    /** The violations of an answer or a record. */
    public static List<Problem> all(JsonNode violations) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode violation : violations) {
            problems.add(new Problem(
                    violation.path("path").asText(),
                    violation.path("rule").asText(),
                    violation.path("hint").asText()));
        }
        return List.copyOf(problems);
    }
}
