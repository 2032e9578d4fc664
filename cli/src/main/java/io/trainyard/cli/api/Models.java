package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/** The models that answer: what inference consumers see. */
public final class Models {

    private final Api api;

    public Models(Api api) {
        this.api = api;
    }

    /** Every endpoint that serves or is about to. */
    public JsonNode endpoints() {
        return api.get("/endpoints");
    }

    /**
     * Asks a model; the answer is the container's own.
     *
     * @param model a job's id or name
     * @param contentType {@code text/csv} or {@code application/json}
     */
    public Answer predict(String model, String contentType, String rows) {
        Answer answer = api.post("/models/" + Api.segment(model) + "/predictions", contentType, rows);
        if (!answer.isSuccess()) {
            throw Refusal.of(answer);
        }
        return answer;
    }
}
