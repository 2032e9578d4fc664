package io.trainyard.simulation;

/** The handler's process is gone. An error, so that no code under test can catch it as a failure it understands. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super(where, null, false, false);
    }
}
