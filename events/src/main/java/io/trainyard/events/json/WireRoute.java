package io.trainyard.events.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.Route;
import io.trainyard.events.route.StepOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The route as it stands in an event: flat, and complete even where it releases nothing, so that patterns can match. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WireRoute(
        int run,
        Instant until,
        Plan plan,
        Map<String, StepOutput> done,
        List<Release> next,
        List<String> awaited,
        boolean over,
        boolean end) {

    static WireRoute of(Route route) {
        Position at = route.position();
        return new WireRoute(
                at.run(), at.until(), at.plan(), at.done(), route.next(), route.awaited(), at.over(), route.end());
    }

    static WireRoute of(Position at) {
        return of(new Route(at, List.of(), List.of(), false));
    }

    Position position() {
        return new Position(run, until, plan, done == null ? Map.of() : done, over);
    }

    Route route() {
        return new Route(position(), next == null ? List.of() : next, awaited == null ? List.of() : awaited, end);
    }

    /** Whether it would set something going. */
    boolean releases() {
        return next != null && !next.isEmpty() || awaited != null && !awaited.isEmpty() || end;
    }
}
