package io.trainyard.events.route;

import java.util.List;
import java.util.Objects;

/**
 * Where a run stands, and what the event that carries this sets going.
 *
 * @param position where the run stands
 * @param next the steps that this event releases, at most {@link Position#FAN_OUT}
 * @param awaited the steps that this one's end brings nearer but that wait for another branch too
 * @param end whether the sink is done
 */
public record Route(Position position, List<Release> next, List<String> awaited, boolean end) {

    public Route {
        Objects.requireNonNull(position, "position");
        next = List.copyOf(Objects.requireNonNull(next, "next"));
        awaited = List.copyOf(Objects.requireNonNull(awaited, "awaited"));
        if (next.size() > Position.FAN_OUT) {
            throw new IllegalArgumentException("an event releases at most 10 steps, got " + next.size());
        }
    }
}
