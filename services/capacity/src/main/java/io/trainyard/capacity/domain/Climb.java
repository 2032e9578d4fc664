package io.trainyard.capacity.domain;

import io.trainyard.events.FailureClass;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.steps.domain.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row: how a step fares on its ladder.
 *
 * @param key which step
 * @param position the route that it stands in
 * @param cause which events led here
 * @param tally every attempt that got no instance, summed up
 * @param round how often the whole ladder was climbed in vain
 * @param refused the rungs that this round has tried in vain
 * @param leftOut the rungs for which the account has no quota, as last asked
 * @param state where it stands
 * @param next the rung of the next attempt; null unless released
 * @param wakeAt when a parked step is tried again; null unless parked
 * @param version counts the writes of the row
 */
public record Climb(
        ClimbKey key,
        Position position,
        Cause cause,
        Tally tally,
        int round,
        List<Rung> refused,
        List<Rung> leftOut,
        ClimbState state,
        @Nullable Rung next,
        @Nullable Instant wakeAt,
        long version) {

    public Climb {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(tally, "tally");
        refused = List.copyOf(refused);
        leftOut = List.copyOf(leftOut);
        Objects.requireNonNull(state, "state");
    }

    /** The first refusal of a step; where it leads is decided by {@link #climb}. */
    public static Climb first(ClimbKey key, Position position, Cause cause, Try one) {
        return new Climb(
                key,
                position,
                cause,
                Tally.of(one),
                0,
                List.of(one.rung()),
                List.of(),
                ClimbState.RELEASED,
                null,
                null,
                0);
    }

    /** The same climb with a further refusal. */
    public Climb refused(Position at, Cause by, Try one) {
        List<Rung> all = Stream.concat(refused.stream(), Stream.of(one.rung())).toList();
        return new Climb(key, at, by, tally.and(one), round, all, leftOut, state, null, null, version);
    }

    /**
     * Decides what comes after the last refusal: the next rung, a wait, or the end.
     *
     * @param hasQuota whether the account may have a rung at all
     * @param drawn evenly from [0, 1)
     */
    public Climb climb(ClimbPolicy policy, Predicate<Rung> hasQuota, Instant now, double drawn) {
        Climb asked = asking(policy, hasQuota);
        List<Rung> rungs = asked.rungs(policy);
        if (rungs.isEmpty()) {
            return asked.to(ClimbState.EXHAUSTED, round, null, null);
        }
        Optional<Rung> untried =
                rungs.stream().filter(rung -> !refused.contains(rung)).findFirst();
        if (untried.isPresent()) {
            return asked.to(ClimbState.RELEASED, round, untried.get(), null);
        }
        Instant wake = now.plus(policy.waitAfter(round + 1, drawn));
        Instant last = tally.since().plus(policy.longest());
        boolean late = wake.isAfter(last) || !wake.isBefore(position.until());
        return late
                ? asked.to(ClimbState.EXHAUSTED, round + 1, null, null)
                : asked.to(ClimbState.PARKED, round + 1, null, wake);
    }

    /** The wait is over: the ladder from its foot. */
    public Climb woken(ClimbPolicy policy, Predicate<Rung> hasQuota) {
        Climb again = asking(policy, hasQuota).inNewRound();
        List<Rung> rungs = again.rungs(policy);
        return rungs.isEmpty()
                ? again.to(ClimbState.EXHAUSTED, round, null, null)
                : again.to(ClimbState.RELEASED, round, rungs.getFirst(), null);
    }

    /** The run is over. */
    public Climb closed() {
        return to(ClimbState.CLOSED, round, null, null);
    }

    public Try last() {
        return tally.last();
    }

    public int nextAttempt() {
        return last().attempt() + 1;
    }

    /** The rungs tried, in the order of their first try. */
    public List<String> tried() {
        return tally.rungs().stream().map(Rung::toString).toList();
    }

    public PlannedStep planned() {
        return position.plan()
                .step(key.step())
                .orElseThrow(() -> new IllegalStateException(key + " is not in its plan"));
    }

    /** Quota where nothing else ever stood in the way. */
    public FailureClass failureClass() {
        return tally.onlyQuota() ? FailureClass.QUOTA : FailureClass.CAPACITY;
    }

    private Climb asking(ClimbPolicy policy, Predicate<Rung> hasQuota) {
        List<Rung> without = ladder(policy).filter(hasQuota.negate()).toList();
        return new Climb(key, position, cause, tally, round, refused, without, state, next, wakeAt, version);
    }

    private Climb inNewRound() {
        return new Climb(key, position, cause, tally, round, List.of(), leftOut, state, next, wakeAt, version);
    }

    private List<Rung> rungs(ClimbPolicy policy) {
        return ladder(policy).filter(rung -> !leftOut.contains(rung)).toList();
    }

    /** Spot has a budget of its own: used up, it leaves on-demand as it is. */
    private Stream<Rung> ladder(ClimbPolicy policy) {
        return Ladder.of(planned()).rungs().stream()
                .filter(rung -> !rung.spot() || tally.onSpot() < policy.spotTries());
    }

    private Climb to(ClimbState to, int in, @Nullable Rung rung, @Nullable Instant wake) {
        return new Climb(key, position, cause, tally, in, refused, leftOut, to, rung, wake, version + 1);
    }
}
