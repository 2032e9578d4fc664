package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;

/** The dead-letter desk of a deployment. */
public final class DeadLetters {

    private static final String DESK = "/dead-letters";

    private final Api api;

    public DeadLetters(Api api) {
        this.api = api;
    }

    /** What waits, by cause. */
    public JsonNode causes() {
        return api.get(DESK);
    }

    /** The open letters of one cause. */
    public JsonNode ofCause(String fingerprint) {
        return api.get(DESK + "/causes/" + Api.segment(fingerprint));
    }

    /** One letter with its whole history. */
    public JsonNode letter(String id) {
        return api.get(letterPath(id));
    }

    /** Puts another message in the letter's place. */
    public JsonNode edit(String id, JsonNode body) {
        return api.put(letterPath(id), body);
    }

    /** What the letter's service would do with it now. */
    public JsonNode dryRun(String id) {
        return api.post(letterPath(id) + "/try", Json.object());
    }

    /** Gives a letter up. */
    public JsonNode discard(String id, String reason) {
        return api.post(letterPath(id) + "/discard", Json.object().put("reason", reason));
    }

    /** Begins a replay. */
    public JsonNode replay(JsonNode asked) {
        return api.post(DESK + "/replays", asked);
    }

    /** How far a replay is. */
    public JsonNode progress(String id) {
        return api.get(DESK + "/replays/" + Api.segment(id));
    }

    /** Brings an interrupted replay on. */
    public JsonNode resume(String id) {
        return api.post(DESK + "/replays/" + Api.segment(id) + "/resume", Json.object());
    }

    /** Who did what, the newest first. */
    public JsonNode audit() {
        return api.get(DESK + "/audit");
    }

    private static String letterPath(String id) {
        return DESK + "/letters/" + Api.segment(id);
    }
}
