package io.trainyard.events;

import io.trainyard.events.route.Position;
import java.util.Optional;

/**
 * One event: who it concerns ({@link Metadata}), where its job stands, and what happened ({@link Fact}).
 *
 * <p>Which of the three shapes an event has is decided by its fact, so that only a fact which finishes or opens steps can
 * release others. Delivered at least once and in any order; a second copy carries the same {@link Metadata#id()}.
 */
public sealed interface Event permits Releasing, Standing, Unrouted {

    Metadata metadata();

    Fact fact();

    /** Where the job stands; empty for facts that belong to no run. */
    Optional<Position> position();

    /** The detail-type on the bus, such as {@code training-completed}. */
    default String name() {
        return EventType.of(fact()).eventName();
    }
}
