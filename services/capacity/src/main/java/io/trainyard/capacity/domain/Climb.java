package io.trainyard.capacity.domain;

import io.trainyard.events.FailureClass;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.steps.domain.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row: how a step fares on its ladder.
 *
 * @param key which step
 * @param position the route that it stands in
 * @param cause which events led here
 * @param tries every attempt that got no instance, oldest first; never empty
 * @param round how often the whole ladder was climbed in vain
 * @param roundFrom the attempt with which the round began
 * @param state where it stands
 * @param next the rung of the next attempt; null unless released
 * @param wakeAt when a parked step is tried again; null unless parked
 * @param version counts the writes of the row
 */
public record Climb(
        ClimbKey key,
        Position position,
        Cause cause,
        List<Try> tries,
        int round,
        int roundFrom,
        ClimbState state,
        @Nullable Rung next,
        @Nullable Instant wakeAt,
        long version) {

    public Climb {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(cause, "cause");
        tries = List.copyOf(tries);
        Objects.requireNonNull(state, "state");
    }

    /** The first refusal of a step; where it leads is decided by {@link #climb}. */
    public static Climb first(ClimbKey key, Position position, Cause cause, Try refused) {
        return new Climb(key, position, cause, List.of(refused), 0, 1, ClimbState.RELEASED, null, null, 0);
    }

    /** The same climb with a further refusal. */
    public Climb refused(Position at, Cause by, Try refused) {
        var all = new ArrayList<>(tries);
        all.add(refused);
        return new Climb(key, at, by, all, round, roundFrom, state, null, null, version);
    }

    /**
     * Decides what comes after the last refusal: the next rung, a wait, or the end.
     *
     * @param hasQuota whether the account may have a rung at all
     * @param drawn evenly from [0, 1)
     */
    public Climb climb(ClimbPolicy policy, Predicate<Rung> hasQuota, Instant now, double drawn) {
        Ladder ladder = allowed(policy, hasQuota);
        if (ladder.rungs().isEmpty()) {
            return to(ClimbState.EXHAUSTED, round, null, null);
        }
        Optional<Rung> untried = ladder.rungs().stream().filter(this::untried).findFirst();
        if (untried.isPresent()) {
            return to(ClimbState.RELEASED, round, untried.get(), null);
        }
        Instant wake = now.plus(policy.waitAfter(round + 1, drawn));
        Instant last = tries.getFirst().at().plus(policy.longest());
        boolean late = wake.isAfter(last) || !wake.isBefore(position.until());
        return late ? to(ClimbState.EXHAUSTED, round + 1, null, null) : to(ClimbState.PARKED, round + 1, null, wake);
    }

    /** The wait is over: the ladder from its foot. */
    public Climb woken(ClimbPolicy policy, Predicate<Rung> hasQuota) {
        List<Rung> rungs = allowed(policy, hasQuota).rungs();
        Climb again = new Climb(key, position, cause, tries, round, nextAttempt(), state, null, null, version);
        return rungs.isEmpty()
                ? again.to(ClimbState.EXHAUSTED, round, null, null)
                : again.to(ClimbState.RELEASED, round, rungs.getFirst(), null);
    }

    /** The run is over. */
    public Climb closed() {
        return to(ClimbState.CLOSED, round, null, null);
    }

    public Try last() {
        return tries.getLast();
    }

    public int nextAttempt() {
        return last().attempt() + 1;
    }

    /** The types tried, in the order of their first try. */
    public List<String> tried() {
        return tries.stream().map(one -> one.rung().toString()).distinct().toList();
    }

    public PlannedStep planned() {
        return position.plan()
                .step(key.step())
                .orElseThrow(() -> new IllegalStateException(key + " is not in its plan"));
    }

    /** Quota where nothing else ever stood in the way. */
    public FailureClass failureClass() {
        return tries.stream().allMatch(one -> one.type() == FailureClass.QUOTA)
                ? FailureClass.QUOTA
                : FailureClass.CAPACITY;
    }

    private Ladder allowed(ClimbPolicy policy, Predicate<Rung> hasQuota) {
        long onSpot = tries.stream().filter(one -> one.rung().spot()).count();
        return Ladder.of(planned())
                .only(rung -> !rung.spot() || onSpot < policy.spotTries())
                .only(hasQuota);
    }

    private boolean untried(Rung rung) {
        return tries.stream()
                .noneMatch(one -> one.attempt() >= roundFrom && one.rung().equals(rung));
    }

    private Climb to(ClimbState to, int in, @Nullable Rung rung, @Nullable Instant wake) {
        return new Climb(key, position, cause, tries, in, roundFrom, to, rung, wake, version + 1);
    }
}
