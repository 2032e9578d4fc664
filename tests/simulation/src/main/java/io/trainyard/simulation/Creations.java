package io.trainyard.simulation;

import io.trainyard.steps.domain.AttemptKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One create per attempt. Asking again under the same name is allowed only to a handler whose predecessor died or failed before it could
 * write that it had asked.
 */
final class Creations {

    private final Stage stage;
    private final Map<String, Asked> asked = new HashMap<>();
    private BiConsumer<String, Integer> meddler = (jobId, run) -> {};
    private Asked current = new Asked();

    Creations(Stage stage) {
        this.stage = stage;
    }

    /** One handler's run; closed when it returns normally. */
    static final class Asked {
        private boolean ended;
    }

    /** Who cancels a run just before something is created for it. */
    void meddledBy(BiConsumer<String, Integer> who) {
        meddler = who;
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

    void asked(String what, AttemptKey key, String name) {
        if (stage.strikes(Fault.CANCELLED_MIDWAY)) {
            meddler.accept(key.jobId(), key.run());
        }
        Asked before = asked.put(what + " " + name, current);
        if (before == null || before == current) {
            return;
        }
        if (before.ended) {
            throw new Violation("a second create of " + what + " " + name + " after the first handler had ended well");
        }
    }
}
