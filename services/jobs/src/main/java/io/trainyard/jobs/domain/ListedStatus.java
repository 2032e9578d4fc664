package io.trainyard.jobs.domain;

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

    /** Whether a job with this status is shown. */
    public boolean shows(String actual) {
        return isAny() ? !actual.equals(GONE) : actual.equals(status);
    }
}
