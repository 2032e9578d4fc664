package io.trainyard.capacity.domain;

/** Where a climb stands. */
public enum ClimbState {
    /** The next attempt is released, or is about to be. */
    RELEASED,
    /** It waits for its timer, or for somebody who ends the wait. */
    PARKED,
    /** Given up: the run is lost. */
    EXHAUSTED,
    /** The run was cancelled or lost elsewhere. */
    CLOSED
}
