package io.trainyard.events;

import io.trainyard.events.route.Position;
import java.util.Optional;

/** An event of a run that releases nothing: something started, failed, waits, or the run is decided. */
public record Standing(Metadata metadata, Position route, StandingFact fact) implements Event {

    @Override
    public Optional<Position> position() {
        return Optional.of(route);
    }
}
