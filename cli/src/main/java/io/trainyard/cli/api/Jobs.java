package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;

/** The jobs of a deployment. */
public final class Jobs {

    private final Api api;

    public Jobs(Api api) {
        this.api = api;
    }

    /** Asks for a job; the answer names it. A refused request ends the command with every violation. */
    public JsonNode submit(JsonNode request) {
        return api.post("/jobs", request);
    }

    /** The newest jobs first. */
    public JsonNode newest(int limit) {
        return api.get("/jobs?limit=" + limit);
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

    /** Asks for the end of a job's endpoint. */
    public JsonNode retireEndpoint(String jobId) {
        return api.delete(path(jobId) + "/endpoint");
    }

    private static String path(String jobId) {
        return "/jobs/" + Api.segment(jobId);
    }
}
