package io.trainyard.intake.domain;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.JobRejected;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.StepReleased;
import io.trainyard.events.Unrouted;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.Route;
import io.trainyard.steps.domain.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What intake says, under ids that are the same however often it is said. */
public final class Openings {

    private Openings() {}

    /** The events that open a run: accepted with the first ten roots, and one more for every further ten. */
    public static List<Event> events(OpenedRun run) {
        List<Route> routes = run.position().open();
        var events = new ArrayList<Event>();
        events.add(new Releasing(
                metadata(run.acceptedId(), run.jobId(), run.cause(), run.openedAt(), EventType.JOB_ACCEPTED),
                routes.getFirst(),
                new JobAccepted(run.name(), run.requestedBy())));
        var accepted = new Cause(run.acceptedId(), run.cause().correlationId());
        for (Route further : routes.subList(1, routes.size())) {
            Release first = further.next().getFirst();
            String id = EventIds.ofStep(run.jobId(), run.run(), first.step(), first.attempt(), EventType.STEP_RELEASED);
            events.add(new Releasing(
                    metadata(id, run.jobId(), accepted, run.openedAt(), EventType.STEP_RELEASED),
                    further,
                    new StepReleased("more first steps than one event carries", null)));
        }
        return events;
    }

    /** The event that says that a request is refused. */
    public static Event event(Refusal refusal) {
        String id = EventIds.digest(refusal.jobId(), refusal.hash(), EventType.JOB_REJECTED.eventName())
                .substring(0, 32);
        return new Unrouted(
                metadata(id, refusal.jobId(), refusal.cause(), refusal.refusedAt(), EventType.JOB_REJECTED),
                new JobRejected(refusal.requestedBy(), refusal.violations()));
    }

    /** The event that says that a run's deadline has come. */
    public static Event deadline(OpenedRun run) {
        String id = EventIds.ofRun(run.jobId(), run.run(), EventType.JOB_DEADLINE_PASSED);
        var accepted = new Cause(run.acceptedId(), run.cause().correlationId());
        return new Unrouted(
                metadata(id, run.jobId(), accepted, run.until(), EventType.JOB_DEADLINE_PASSED),
                new JobDeadlinePassed(run.run()));
    }

    private static Metadata metadata(String id, String jobId, Cause cause, Instant at, EventType type) {
        return new Metadata(id, jobId, cause.causationId(), cause.correlationId(), at, type.version());
    }
}
