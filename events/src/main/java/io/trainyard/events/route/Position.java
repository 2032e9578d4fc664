package io.trainyard.events.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a run has come, as far as this branch of it knows. Moving on is a pure function: any service can do it, and the
 * same finished step gives the same routes.
 *
 * @param run 1 for the first run of the job
 * @param until the run's deadline; nothing is claimed after it
 * @param plan every step
 * @param done what the finished steps left, by step
 * @param over whether the run is lost: every launching service stops what it runs for it
 * @param caller who asked for the job, as a name without a meaning that is the same for all of their jobs; empty where that is not known
 */
public record Position(int run, Instant until, Plan plan, Map<String, StepOutput> done, boolean over, String caller) {

    /** How many steps one event may release. Further ones go out in further events. */
    public static final int FAN_OUT = 10;

    public Position {
        if (run < 1) {
            throw new IllegalArgumentException("runs count from 1, got " + run);
        }
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(plan, "plan");
        done = Map.copyOf(Objects.requireNonNull(done, "done"));
        // Rows and events from before there was a caller have none.
        caller = Objects.requireNonNullElse(caller, "");
    }

    /** The beginning of a run that nobody in particular asked for. */
    public static Position start(int run, Instant until, Plan plan) {
        return start(run, until, plan, "");
    }

    /** The beginning of a run. */
    public static Position start(int run, Instant until, Plan plan, String caller) {
        return new Position(run, until, plan, Map.of(), false, caller);
    }

    /** The routes that open the run: its roots, ten to an event. */
    public List<Route> open() {
        return routes(this, plan.roots().stream().map(Release::first).toList(), List.of(), false);
    }

    /**
     * The routes that say that a step is done; the first one belongs to the step's own event, further ones to events of their
     * own. Steps that waited for this one alone are released; those that wait for others too are awaited.
     */
    public List<Route> complete(String step, StepOutput output) {
        var all = new LinkedHashMap<>(done);
        all.put(step, output);
        Position moved = new Position(run, until, plan, all, over, caller);
        var released = new ArrayList<Release>();
        var awaited = new ArrayList<String>();
        for (PlannedStep successor : plan.successors(step)) {
            if (successor.after().size() == 1) {
                released.add(Release.first(successor));
            } else {
                awaited.add(successor.step());
            }
        }
        return routes(moved, released, awaited, plan.sink().equals(step));
    }

    /** The route that releases one step, again or at last. */
    public Route release(Release release) {
        return new Route(this, List.of(release), List.of(), false);
    }

    /**
     * What two branches of one run know together. In any order, and however often: a step has one outcome in a run, so what
     * both know of it is the same.
     */
    public Position merge(Position other) {
        if (other.run != run) {
            throw new IllegalArgumentException("branches of runs " + run + " and " + other.run + " do not meet");
        }
        if (other.over == (over || other.over) && other.done.keySet().containsAll(done.keySet())) {
            return other;
        }
        var both = new LinkedHashMap<>(done);
        both.putAll(other.done);
        return new Position(run, until, plan, both, over || other.over, caller);
    }

    /** The same place with the run lost. */
    public Position lost() {
        return new Position(run, until, plan, done, true, caller);
    }

    /** Whether everything that the step waits for is done, as far as this branch knows. */
    public boolean ready(PlannedStep step) {
        return done.keySet().containsAll(step.after());
    }

    private static List<Route> routes(Position at, List<Release> released, List<String> awaited, boolean end) {
        var routes = new ArrayList<Route>();
        List<Release> first = released.subList(0, Math.min(FAN_OUT, released.size()));
        routes.add(new Route(at, first, awaited, end));
        for (int from = FAN_OUT; from < released.size(); from += FAN_OUT) {
            int to = Math.min(from + FAN_OUT, released.size());
            routes.add(new Route(at, released.subList(from, to), List.of(), false));
        }
        return routes;
    }
}
