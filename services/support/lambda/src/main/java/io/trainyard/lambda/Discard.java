package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;

/**
 * A message of the dead-letter desk to the service that a message came from: it is given up.
 *
 * @param event the release or request that is given up
 * @param reason why, in the words of whoever decided
 * @param by who decided
 */
@RegisterForReflection
public record Discard(Delivered event, String reason, String by) {

    /** The field of the message. */
    public static final String FIELD = "discard";

    public static Discard read(JsonNode body) {
        return Json.convert(body.get(FIELD), Discard.class);
    }
}
