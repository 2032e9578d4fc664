package io.trainyard.jobs.domain;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which jobs a list shows (A17).
 *
 * @param status those with this status; empty for all but those whose endpoint is deleted
 */
public record ListedStatus(String status) {

    /** What a list leaves out unless it is asked for. */
    public static final String GONE = "ENDPOINT_DELETED";

    /** Whether all are shown but those that are gone. */
    public boolean isAny() {
        return status.isEmpty();
    }

    /** Whether the job of this record is shown. */
    public boolean shows(JsonNode record) {
        String actual = record.path("status").asText();
        return isAny() ? !actual.equals(GONE) : actual.equals(status);
    }
}
