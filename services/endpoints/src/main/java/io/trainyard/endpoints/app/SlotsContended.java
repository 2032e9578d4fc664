package io.trainyard.endpoints.app;

/** Too many handlers changed the slots at once: come back later. */
public final class SlotsContended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlotsContended() {
        super("the slots changed under every try to write them", null, false, false);
    }
}
