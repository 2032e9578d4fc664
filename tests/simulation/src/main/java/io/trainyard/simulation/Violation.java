package io.trainyard.simulation;

/** A rule of the protocol does not hold. */
final class Violation extends Error {

    private static final long serialVersionUID = 1L;

    Violation(String rule) {
        super(rule, null, false, false);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
