package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.events.CapacityExhausted;
import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Fact;
import io.trainyard.events.Failure;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.ResourceName;
import io.trainyard.events.Standing;
import io.trainyard.events.StepReleased;
import io.trainyard.events.route.Release;
import java.time.Instant;
import java.util.List;

/** Turns what became of a climb into its event, under an id that is the same however often it is said. */
final class ClimbSayings {

    private static final String ACTION =
            "Name further instance types in the request, ask AWS for a higher quota, or resume the job later.";

    private final String prefix;

    ClimbSayings(String prefix) {
        this.prefix = prefix;
    }

    Event released(Climb climb, Rung rung, Instant now) {
        ClimbKey key = climb.key();
        var release =
                new Release(key.step(), climb.planned().kind(), climb.nextAttempt(), rung.instanceType(), rung.spot());
        String reason = "no instance for attempt " + climb.last().attempt() + " ("
                + climb.last().rung() + "): " + rung + " is tried";
        var fact = new StepReleased(reason, names(climb.leftOut()));
        Metadata metadata = metadata(climb, fact, key.step(), climb.nextAttempt(), now);
        return new Releasing(metadata, climb.position().release(release), fact);
    }

    Event delayed(Climb climb, Instant wake, Instant now) {
        String reason =
                "no instance of any allowed type is to be had: " + climb.last().cause();
        var fact = new JobDelayed(
                climb.key().step(),
                climb.last().attempt(),
                wake,
                reason,
                climb.tried(),
                climb.round(),
                names(climb.leftOut()));
        // An endpoint that waited for its slot has said the same event of the same attempt: ours has an id apart.
        String apart = climb.key().step() + "@capacity";
        return new Standing(metadata(climb, fact, apart, climb.last().attempt(), now), climb.position(), fact);
    }

    Event exhausted(Climb climb, Instant now) {
        ClimbKey key = climb.key();
        int attempt = climb.last().attempt();
        String resource = new ResourceName(prefix, key.jobId(), key.step(), key.run(), attempt).toString();
        String cause = "No instance in " + climb.tally().count() + " tries and " + climb.round() + " rounds of "
                + String.join(", ", climb.tried()) + "; the last answer was: "
                + climb.last().cause()
                + (climb.leftOut().isEmpty() ? "" : "; no quota for " + String.join(", ", names(climb.leftOut())));
        var failure = new Failure(climb.failureClass(), cause, ACTION);
        var fact = new CapacityExhausted(key.step(), attempt, resource, failure, climb.tried());
        return new Standing(
                metadata(climb, fact, key.step(), attempt, now),
                climb.position().lost(),
                fact);
    }

    private static List<String> names(List<Rung> rungs) {
        return rungs.stream().map(Rung::toString).toList();
    }

    private static Metadata metadata(Climb climb, Fact fact, String step, int attempt, Instant now) {
        EventType type = EventType.of(fact);
        ClimbKey key = climb.key();
        return new Metadata(
                EventIds.ofStep(key.jobId(), key.run(), step, attempt, type),
                key.jobId(),
                climb.cause().causationId(),
                climb.cause().correlationId(),
                now,
                type.version());
    }
}
