package io.trainyard.ledger.domain;

/**
 * Where a job stands, as people see it (A11). Of all that is known of a run, the highest rank holds, so that the status never
 * moves back whatever order the facts came in.
 */
public enum JobStatus {
    /** Asked for, not yet taken or refused. */
    PENDING,
    /** Refused at the door. */
    REJECTED,
    /** A step without a status of its own is under way. */
    RUNNING,
    TRAINING_MODEL,
    CREATING_MODEL,
    CONFIGURING_ENDPOINT,
    DEPLOYING_ENDPOINT,
    /** The new endpoint is proven, and the oldest one leaves because the cap is reached, or without a surge had to leave first. */
    DELETING_OLD_ENDPOINT,
    /** Ended well, without an endpoint. */
    COMPLETED,
    /** Ended well: its endpoint serves. */
    READY,
    /** It served, and its endpoint is gone. */
    ENDPOINT_DELETED,
    /** Lost; the record says why. */
    ERROR,
    CANCELLED,
    /** Shown over the others: a message of the job waits for a person. */
    PARKED;

    /** Whether the newest run is over: nothing but a resume, or the leaving of its endpoint, changes the status any more. */
    public boolean isEnd() {
        return switch (this) {
            case REJECTED, COMPLETED, READY, ENDPOINT_DELETED, ERROR, CANCELLED -> true;
            default -> false;
        };
    }

    /** The status while a step of this kind is the furthest. */
    static JobStatus ofKind(String kind) {
        return switch (kind) {
            case "training" -> TRAINING_MODEL;
            case "model" -> CREATING_MODEL;
            case "endpoint" -> CONFIGURING_ENDPOINT;
            default -> RUNNING;
        };
    }
}
