package io.trainyard.simulation;

import java.util.HashMap;
import java.util.Map;

/**
 * One create per attempt. Asking again under the same name is allowed only to a handler whose predecessor died or failed before it could
 * write that it had asked.
 */
final class Creations {

    private final Map<String, Asked> asked = new HashMap<>();
    private Asked current = new Asked();

    /** One handler's run; closed when it returns normally. */
    static final class Asked {
        private boolean ended;
    }

    /** Runs a handler and remembers whether it came to its end. */
    void during(Runnable handler) {
        Asked outer = current;
        current = new Asked();
        try {
            handler.run();
            current.ended = true;
        } finally {
            current = outer;
        }
    }

    void asked(String what, String name) {
        Asked before = asked.put(what + " " + name, current);
        if (before == null || before == current) {
            return;
        }
        if (before.ended) {
            throw new Violation("a second create of " + what + " " + name + " after the first handler had ended well");
        }
    }
}
