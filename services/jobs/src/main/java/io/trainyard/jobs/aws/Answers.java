package io.trainyard.jobs.aws;

import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as JSON. An error is always {@code {"message": ...}} with a sentence that helps. */
final class Answers {

    private Answers() {}

    static Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(body))
                .build();
    }

    static Response error(int status, String message) {
        return json(status, Map.of("message", message));
    }

    /** An error with what else a program may want to know. */
    static Response error(int status, String message, String field, Object value) {
        var body = new LinkedHashMap<String, Object>();
        body.put("message", message);
        body.put(field, value);
        return json(status, body);
    }

    /** 400 with every violation. */
    static Response refused(List<Violation> violations) {
        String message = violations.size() == 1
                ? violations.getFirst().path() + " " + violations.getFirst().rule()
                : "the job has " + violations.size() + " faults";
        return error(400, message, "violations", violations);
    }

    static Response unknown(String jobId) {
        return error(404, "there is no job " + jobId + "; GET /jobs lists those there are");
    }
}
