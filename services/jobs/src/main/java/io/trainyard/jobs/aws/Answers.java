package io.trainyard.jobs.aws;

import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.jobs.domain.Submitted;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers as JSON. An error is always {@code {"message": ...}} with a sentence that helps. */
final class Answers {

    private static final int ALMOST_A_SECOND = 999_999_999;

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

    /** 429 with the time of the next try, in words and as whole seconds. */
    static Response overQuota(Submitted.OverQuota over) {
        Instant next = over.next().plusNanos(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
        long seconds =
                Duration.between(over.now(), next).plusNanos(ALMOST_A_SECOND).toSeconds();
        String message = "your quota of jobs is " + over.quota() + " an hour, and you asked for " + over.asked()
                + " within the last hour; next try in " + inWords(seconds) + ", at " + next;
        return Response.fromResponse(error(429, message, "nextTryAt", next.toString()))
                .header("Retry-After", seconds)
                .build();
    }

    private static String inWords(long seconds) {
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    static Response unknown(String jobId) {
        return error(404, "there is no job " + jobId + "; GET /jobs lists those there are");
    }
}
