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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The route as it stands in an event: flat, and complete even where it releases nothing, so that patterns can match.
 *
 * @param run 1 for the first run of the job
 * @param until the run's deadline; nothing is claimed after it
 * @param plan every step, each after those it waits for
 * @param done what the finished steps left, by step
 * @param next the steps that this event releases, at most 10
 * @param awaited the steps that this event brings nearer but that wait for another branch too
 * @param over whether the run is lost: whoever runs something for it stops it
 * @param end whether the last step is done
 * @param caller who asked for the job, as a name without a meaning; missing where that is not known
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WireRoute(
        int run,
        Instant until,
        Plan plan,
        Map<String, StepOutput> done,
        List<Release> next,
        List<String> awaited,
        boolean over,
        boolean end,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String caller) {

    /** Checks all that a {@link Route} checks, so that what was read can be used. */
    public WireRoute {
        Objects.requireNonNull(plan, "plan");
        Position at = position(run, until, plan, done, over, caller);
        Route route = new Route(at, next, awaited, end);
        done = at.done();
        next = route.next();
        awaited = route.awaited();
        done.keySet().forEach(step -> planned(plan, step));
        next.forEach(release -> planned(plan, release.step()));
        awaited.forEach(step -> planned(plan, step));
    }

    static WireRoute of(Route route) {
        Position at = route.position();
        return new WireRoute(
                at.run(),
                at.until(),
                at.plan(),
                at.done(),
                route.next(),
                route.awaited(),
                at.over(),
                route.end(),
                at.caller().isEmpty() ? null : at.caller());
    }

    static WireRoute of(Position at) {
        return of(new Route(at, List.of(), List.of(), false));
    }

    Position position() {
        return position(run, until, plan, done, over, caller);
    }

    Route route() {
        return new Route(position(), next, awaited, end);
    }

    /** Whether it would set something going. */
    boolean releases() {
        return !next.isEmpty() || !awaited.isEmpty() || end;
    }

    private static Position position(
            int run, Instant until, Plan plan, Map<String, StepOutput> done, boolean over, @Nullable String caller) {
        return new Position(run, until, plan, done, over, caller == null ? "" : caller);
    }

    private static void planned(Plan plan, String step) {
        if (plan.step(step).isEmpty()) {
            throw new IllegalArgumentException("step " + step + " is not in the plan");
        }
    }
}
