package io.trainyard.events;

import io.trainyard.events.route.Position;
import java.util.Optional;

/** An event that carries no route: requests, refusals and what happens to resources after their job has ended. */
public record Unrouted(Metadata metadata, UnroutedFact fact) implements Event {

    @Override
    public Optional<Position> position() {
        return Optional.empty();
    }
}
