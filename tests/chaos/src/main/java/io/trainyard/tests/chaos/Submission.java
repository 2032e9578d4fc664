package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.Door;
import io.trainyard.tests.mortal.EventCaller;
import java.time.Duration;
import java.util.Optional;

/** Asks for jobs until each is taken, as callers do that were told nothing or no: again, under the same key. */
final class Submission {

    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Surroundings surroundings;
    private final Door door;
    private final EventCaller bus;
    private final String data;

    Submission(Surroundings surroundings, Door door, EventCaller bus, String data) {
        this.surroundings = surroundings;
        this.door = door;
        this.bus = bus;
        this.data = data;
    }

    /** @return the job's id */
    String submit(PlannedJob job) {
        JsonNode request = job.request(data);
        while (true) {
            Optional<String> id = job.caller().equals(PlannedJob.API)
                    ? overHttp(request)
                    : bus.ask(job.caller(), job.name(), request);
            if (id.isPresent()) {
                return id.get();
            }
            surroundings.pauseFor(AGAIN);
        }
    }

    private Optional<String> overHttp(JsonNode request) {
        return door.post("/jobs", request).flatMap(reply -> {
            if (reply.status() >= 400 && reply.status() < 500) {
                throw new IllegalStateException("a request of the run's own was refused: " + reply.body());
            }
            return Json.text(reply.body(), "jobId");
        });
    }
}
