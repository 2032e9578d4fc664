package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.ClimbPolicy;
import io.trainyard.capacity.domain.ClimbState;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.capacity.domain.Try;
import io.trainyard.events.CapacityError;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.Standing;
import io.trainyard.events.Unrouted;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.steps.app.LeaseHeld;
import io.trainyard.steps.domain.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds another instance for a step that got none.
 *
 * <p>Every method may be called again with the same argument, in any order, by several handlers at once. The decision is written
 * first, then the timer is set, then it is said; a kill at any point is healed by the same message coming again. The next attempt is
 * released once, because the row names it before anybody hears of it.
 */
public final class ClimbLadder {

    private final ClimbStores stores;
    private final ClimbPolicy policy;
    private final ClimbSayings sayings;

    /** @param prefix of every resource name, {@code ty-<env>} */
    public ClimbLadder(ClimbStores stores, ClimbPolicy policy, String prefix) {
        this.stores = Objects.requireNonNull(stores, "stores");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.sayings = new ClimbSayings(prefix);
    }

    /**
     * An event of ours.
     *
     * @throws LeaseHeld where another handler changed the climb meanwhile
     */
    public void hear(Event event) {
        String jobId = event.metadata().jobId();
        switch (event) {
            case Standing standing when standing.fact() instanceof CapacityError error -> refused(standing, error);
            case Standing standing
            when standing.route().over() -> close(jobId, standing.route().run());
            case Unrouted unrouted
            when unrouted.fact() instanceof JobCancelRequested cancel -> close(jobId, cancel.run());
            case Unrouted unrouted
            when unrouted.fact() instanceof JobRetryRequested retry ->
                stores.climbs().ofRun(jobId, retry.run()).forEach(this::wake);
            default -> {
                // Says nothing of a climb.
            }
        }
    }

    /**
     * The timer of a park.
     *
     * @param round which park: a timer that comes late wakes no later one
     */
    public void wake(ClimbKey key, int round) {
        stores.climbs().find(key).filter(climb -> climb.round() == round).ifPresent(this::wake);
    }

    private void refused(Standing event, CapacityError error) {
        if (!now().isBefore(event.route().until())) {
            return;
        }
        var key = new ClimbKey(event.metadata().jobId(), event.route().run(), error.step());
        Optional<Climb> known = stores.climbs().find(key);
        int heard = known.map(climb -> climb.last().attempt()).orElse(0);
        if (error.attempt() < heard) {
            return;
        }
        if (error.attempt() == heard) {
            act(known.orElseThrow());
            return;
        }
        var rung = new Rung(error.instanceType(), Boolean.TRUE.equals(error.spot()));
        var one = new Try(
                error.attempt(),
                rung,
                error.failure().type(),
                error.failure().cause(),
                event.metadata().occurredAt());
        var cause = Cause.of(event.metadata());
        Climb fallen = known.map(climb -> climb.refused(event.route(), cause, one))
                .orElseGet(() -> Climb.first(key, event.route(), cause, one));
        write(fallen.climb(policy, quota(fallen), now(), stores.jitter().getAsDouble()));
    }

    private void wake(Climb climb) {
        if (!now().isBefore(climb.position().until())) {
            return;
        }
        if (climb.state() == ClimbState.PARKED) {
            write(climb.woken(policy, quota(climb)));
            stores.timers().remove(climb);
        } else {
            act(climb);
        }
    }

    private void write(Climb decided) {
        if (!stores.climbs().write(decided)) {
            throw new LeaseHeld(decided.key() + " was changed by another handler");
        }
        act(decided);
    }

    /** Brings about what the row says; again, where it was done before. */
    private void act(Climb climb) {
        if (stores.climbs().buried(climb.key().jobId(), climb.key().run())) {
            closed(climb);
            return;
        }
        switch (climb.state()) {
            case RELEASED -> say(sayings.released(climb, Objects.requireNonNull(climb.next()), now()));
            case PARKED -> {
                stores.timers().set(climb);
                say(sayings.delayed(climb, Objects.requireNonNull(climb.wakeAt()), now()));
            }
            case EXHAUSTED -> say(sayings.exhausted(climb, now()));
            case CLOSED -> {
                // Its run is over.
            }
        }
    }

    private void close(String jobId, int run) {
        stores.climbs().bury(jobId, run);
        stores.climbs().ofRun(jobId, run).forEach(this::closed);
    }

    private void closed(Climb climb) {
        if (climb.state() == ClimbState.PARKED && !stores.climbs().write(climb.closed())) {
            throw new LeaseHeld(climb.key() + " was changed by another handler");
        }
        stores.timers().remove(climb);
    }

    private Predicate<Rung> quota(Climb climb) {
        PlannedStep step = climb.planned();
        int instances = step.spec().path("instanceCount").asInt(1);
        return rung -> stores.quotas().allow(step.kind(), rung, instances);
    }

    private void say(Event event) {
        stores.bus().say(List.of(event));
    }

    private Instant now() {
        return stores.clock().instant();
    }
}
