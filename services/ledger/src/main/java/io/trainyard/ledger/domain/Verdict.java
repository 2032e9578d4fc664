package io.trainyard.ledger.domain;

import io.trainyard.events.Standing;
import java.util.Objects;

/**
 * How a run ended, decided once.
 *
 * @param event {@code job-completed}, {@code job-failed} or {@code job-cancelled}
 * @param said whether it is known to be said
 */
public record Verdict(Standing event, boolean said) {

    public Verdict {
        Objects.requireNonNull(event, "event");
    }

    public int run() {
        return event.route().run();
    }
}
