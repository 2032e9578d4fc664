package io.trainyard.steps.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventIds;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row: what one attempt of one step was asked, how far it is, and what came of it. Written before any call to AWS,
 * because SageMaker's own events carry no route.
 *
 * @param key which attempt
 * @param state how far it is
 * @param position the route that released it
 * @param release what the route said of it
 * @param cause which events led here
 * @param lease who may call AWS now
 * @param result how it ended; null before it has settled
 * @param version counts the writes of the row: a write succeeds only on the version it was read at
 */
public record Attempt(
        AttemptKey key,
        AttemptState state,
        Position position,
        Release release,
        Cause cause,
        Lease lease,
        @Nullable Outcome result,
        long version) {

    public Attempt {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(lease, "lease");
    }

    public static Attempt claimed(AttemptKey key, Position position, Release release, Cause cause, Lease lease) {
        return new Attempt(key, AttemptState.CLAIMED, position, release, cause, lease, null, 1);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(result);
    }

    /** The step as planned. */
    public PlannedStep planned() {
        return position.plan()
                .step(key.step())
                .orElseThrow(() -> new IllegalStateException(key + " is not in its plan"));
    }

    /** The same claim in the hands of another owner. */
    public Attempt claimedBy(Lease next) {
        return to(AttemptState.CLAIMED, next, result);
    }

    /** The same row with its owner done: nothing that was called under the lease can still arrive. */
    public Attempt released() {
        return new Attempt(key, state, position, release, cause, lease.ended(), result, version);
    }

    /** The same row once its owner, who found it changed, has the answer to its last call. */
    public Attempt answered() {
        return new Attempt(key, state, position, release, cause, lease.ended(), result, version + 1);
    }

    public Attempt as(AttemptState next) {
        return to(next, lease, result);
    }

    /** Done without a paid effect: the outcome is said already. */
    public Attempt said(Outcome how) {
        return to(AttemptState.SAID, lease, how);
    }

    public Attempt settled(Outcome how) {
        return to(AttemptState.SETTLED, lease, how);
    }

    /** Stopped, with what became known of it although nothing will be said. */
    public Attempt stopped(@Nullable Outcome seen) {
        return to(AttemptState.STOPPED, lease, seen);
    }

    /** The run's deadline: nothing is launched after it. */
    public Instant until() {
        return position.until();
    }

    /**
     * Names what the step works on: its kind, its spec and what its predecessors left. The same hash in a later run means the
     * same work.
     */
    public String contentHash() {
        PlannedStep step = planned();
        JsonNode inputs = Json.tree(
                step.after().stream().sorted().map(position.done()::get).toList());
        return EventIds.digest(step.kind(), step.spec().toString(), inputs.toString());
    }

    private Attempt to(AttemptState next, Lease by, @Nullable Outcome how) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(key + " cannot go from " + state + " to " + next);
        }
        return new Attempt(key, next, position, release, cause, by, how, version + 1);
    }
}
