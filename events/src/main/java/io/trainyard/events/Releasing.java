package io.trainyard.events;

import io.trainyard.events.route.Position;
import io.trainyard.events.route.Route;
import java.util.Optional;

/** An event that may release steps: its route says which. */
public record Releasing(Metadata metadata, Route route, ReleasingFact fact) implements Event {

    @Override
    public Optional<Position> position() {
        return Optional.of(route.position());
    }
}
