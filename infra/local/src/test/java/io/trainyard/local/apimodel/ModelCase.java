package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request that breaks one rule of an API model.
 *
 * @param error the error's name
 * @param says what the answer's sentence must contain
 */
public record ModelCase(String operation, Kind kind, String path, JsonNode input, String error, String says) {

    /** What is wrong with the request. */
    public enum Kind {
        MISSING,
        TOO_LONG,
        TOO_SHORT,
        WRONG_PATTERN,
        UNKNOWN_ENUM,
        OUT_OF_RANGE,
        WRONG_TYPE
    }
}
