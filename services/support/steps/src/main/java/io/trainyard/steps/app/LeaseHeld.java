package io.trainyard.steps.app;

/** Another handler holds the row: come back later. Never a reason to park a message. */
public final class LeaseHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseHeld(String message) {
        super(message, null, false, false);
    }
}
