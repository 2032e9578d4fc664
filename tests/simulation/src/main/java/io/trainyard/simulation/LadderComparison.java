package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.ClimbPolicy;
import io.trainyard.capacity.domain.ClimbState;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.capacity.domain.Try;
import io.trainyard.events.FailureClass;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.steps.domain.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Two ways to wait for capacity, over the same trace: the one of the system before (the first type alone, 1 s that grows by a tenth each
 * time, 100 tries), and the ladder.
 */
final class LadderComparison {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int TRIES_BEFORE = 100;
    private static final double GROWTH = 1.1;
    private static final int DRAWS = 499;

    /** When it started, empty for never, and after how many create calls. */
    record Way(Optional<Duration> started, int calls) {}

    private LadderComparison() {}

    /** Prints both, side by side. */
    static void print() {
        System.out.printf("%-40s %22s %28s%n", "", "1 s x 1.1, 100 tries", "the ladder (median of " + DRAWS + ")");
        System.out.printf("%-40s %14s %7s %20s %7s%n", "capacity", "starts after", "calls", "starts after", "calls");
        for (CapacityTrace trace : CapacityTrace.ALL) {
            Way before = before(trace);
            Way ours = ours(trace);
            System.out.printf(
                    "%-40s %14s %7d %20s %7d%n",
                    trace.name(), words(before), before.calls(), words(ours), ours.calls());
        }
    }

    static Way before(CapacityTrace trace) {
        double at = 0;
        double wait = 1;
        for (int call = 1; call <= TRIES_BEFORE; call++) {
            Duration now = Duration.ofMillis((long) (at * 1000));
            if (trace.has("first", now)) {
                return new Way(Optional.of(now), call);
            }
            at += wait;
            wait *= GROWTH;
        }
        return new Way(Optional.empty(), TRIES_BEFORE);
    }

    /** The middle one of many draws. */
    static Way ours(CapacityTrace trace) {
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> climb(trace, new SplittableRandom(draw)))
                .sorted(Comparator.comparing(way -> way.started().orElse(CapacityTrace.NEVER)))
                .toList()
                .get(DRAWS / 2);
    }

    private static Way climb(CapacityTrace trace, SplittableRandom random) {
        ClimbPolicy policy = ClimbPolicy.defaults();
        Instant now = START;
        Rung rung = new Rung("first", false);
        Climb climb = null;
        for (int call = 1; ; call++) {
            Duration at = Duration.between(START, now);
            if (trace.has(rung.instanceType(), at)) {
                return new Way(Optional.of(at), call);
            }
            var refused = new Try(call, rung, FailureClass.CAPACITY, "none left", now);
            Climb fallen = climb == null ? first(refused) : climb.refused(climb.position(), climb.cause(), refused);
            climb = fallen.climb(policy, any -> true, now, random.nextDouble());
            if (climb.state() == ClimbState.EXHAUSTED) {
                return new Way(Optional.empty(), call);
            }
            if (climb.state() == ClimbState.PARKED) {
                now = Objects.requireNonNull(climb.wakeAt());
                climb = climb.woken(policy, any -> true);
            }
            rung = Objects.requireNonNull(climb.next());
        }
    }

    private static Climb first(Try refused) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode().add("first").add("second");
        var spec = JsonNodeFactory.instance.objectNode().set("instanceTypes", types);
        Plan plan = Plan.draw(List.of(new PlannedStep("train", "training", List.of(), spec)));
        Position position = Position.start(1, START.plus(Duration.ofDays(30)), plan);
        return Climb.first(new ClimbKey("job", 1, "train"), position, new Cause("cause", "request"), refused);
    }

    private static String words(Way way) {
        return way.started()
                .map(at -> at.toHours() > 0
                        ? String.format("%.1f h", at.toSeconds() / 3600.0)
                        : at.toMinutes() > 0 ? at.toMinutes() + " min" : at.toSeconds() + " s")
                .orElse("never");
    }
}
