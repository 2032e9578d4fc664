package io.trainyard.simulation;

import io.trainyard.events.CapacityError;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobRejected;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.MessageParked;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.route.Release;
import java.util.function.Predicate;

/** Who hears what: the rules of the services' {@code service.yaml} as predicates, because a matcher per event would cost the seeds their speed. */
final class Hearing {

    private static final Predicate<Event> ENDPOINT = ofKind("endpoint");

    private Hearing() {}

    static Predicate<Event> ofKind(String kind) {
        return event -> releases(event, kind) || over(event) || event.fact() instanceof JobCancelRequested;
    }

    static boolean endpoints(Event event) {
        return ENDPOINT.test(event)
                || event.fact() instanceof JobCancelled
                || event.fact() instanceof EndpointRetireRequested;
    }

    static boolean capacity(Event event) {
        return event.fact() instanceof CapacityError
                || event.fact() instanceof JobRetryRequested
                || event.fact() instanceof JobCancelRequested
                || over(event);
    }

    static boolean intake(Event event) {
        return event.fact() instanceof JobResumeRequested;
    }

    static boolean notices(Event event) {
        return event.fact() instanceof JobFailed
                || event.fact() instanceof MessageParked
                || event.fact() instanceof JobDelayed;
    }

    /** The ledger hears everything that is not its own word only to itself. */
    static boolean ledger(Event event) {
        return true;
    }

    /** Facts that only people bring about. */
    static boolean asked(Event event) {
        return event.fact() instanceof JobRejected || event.fact() instanceof JobDeadlinePassed;
    }

    private static boolean releases(Event event, String kind) {
        if (event instanceof Releasing releasing) {
            for (Release next : releasing.route().next()) {
                if (next.kind().equals(kind)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean over(Event event) {
        return event instanceof Standing standing && standing.route().over();
    }
}
