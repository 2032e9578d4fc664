package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.output.Json;
import java.time.Duration;
import java.util.UUID;

/** The jobs of a deployment. */
public final class Jobs {

    private static final String KEY = "idempotencyKey";
    private static final int UNAVAILABLE = 503;
    /** API Gateway gives up after 30 s, so this is two minutes of starting. */
    private static final int PATIENCE = 3;

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final int GLANCES = 120;

    private final Api api;

    public Jobs(Api api) {
        this.api = api;
    }

    /**
     * Asks for a job; the answer names it. A refused request ends the command with every violation. While functions are still
     * starting, the API may be unavailable: then it is asked again, under a key that makes the second request the same job.
     */
    public JsonNode submit(JsonNode request) {
        ObjectNode keyed = request.deepCopy();
        if (!keyed.hasNonNull(KEY)) {
            keyed.put(KEY, UUID.randomUUID().toString());
        }
        for (int again = 0; again < PATIENCE; again++) {
            Answer answer = api.post("/jobs", "application/json", keyed.toString());
            if (answer.status() != UNAVAILABLE) {
                return Api.document(answer);
            }
        }
        return api.post("/jobs", keyed);
    }

    /** The newest jobs first. */
    public JsonNode newest(int limit) {
        return api.get("/jobs?limit=" + limit);
    }

    /** The jobs that made the endpoint with this ARN, the newest first. */
    public JsonNode ofEndpoint(String endpointArn) {
        return api.get("/jobs?endpointArn=" + Api.segment(endpointArn));
    }

    /** One job's record. */
    public JobView job(String jobId) {
        return new JobView(api.get(path(jobId)));
    }

    /** The events of one job, each below the one that caused it. */
    public JsonNode events(String jobId) {
        return api.get(path(jobId) + "/events");
    }

    /** Asks for the end of a job's run. */
    public JsonNode cancel(String jobId) {
        return api.post(path(jobId) + "/cancel", Json.object());
    }

    /** Asks for an end of the waits of a job: what waits for capacity is tried again now. */
    public JsonNode retryNow(String jobId) {
        return api.post(path(jobId) + "/retry-now", Json.object());
    }

    /** Asks that the last releases of a job be said again, or how it ended: for an event that was lost on its way. */
    public JsonNode nudge(String jobId) {
        return api.post(path(jobId) + "/nudge", Json.object());
    }

    /** Asks for the next run of a failed job. */
    public JsonNode resume(String jobId, JsonNode how) {
        return api.post(path(jobId) + "/resume", how);
    }

    /** Waits until the record knows of a run: until then it tells of the one before. */
    public void awaitRun(String jobId, int run, Surroundings surroundings) {
        for (int glance = 0;
                glance < GLANCES && job(jobId).document().path("run").asInt() < run;
                glance++) {
            surroundings.pauseFor(GLANCE);
        }
    }

    /** Asks for the end of a job's endpoint. */
    public JsonNode retireEndpoint(String jobId) {
        return api.delete(path(jobId) + "/endpoint");
    }

    private static String path(String jobId) {
        return "/jobs/" + Api.segment(jobId);
    }
}
