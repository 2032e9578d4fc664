package io.trainyard.ledger.domain;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.StepFailure;
import io.trainyard.events.route.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a run ended, if what is known of it says so. Of several reasons the first in this list holds: the end was reached, a step
 * failed for good, somebody cancelled, the deadline came.
 */
public final class Judgement {

    private final JobFile file;
    private final Position at;

    private Judgement(JobFile file, Position at) {
        this.file = file;
        this.at = at;
    }

    /**
     * The terminal event of a run; empty while it is open, and while no event of it has brought its route.
     *
     * @param now when it is decided
     */
    public static Optional<Standing> of(JobFile file, int run, Instant now) {
        return file.position(run).flatMap(at -> new Judgement(file, at).judge(now));
    }

    private Optional<Standing> judge(Instant now) {
        Optional<Event> end = find(event ->
                event instanceof Releasing releasing && releasing.route().end());
        if (end.isPresent()) {
            return end.map(cause -> standing(cause, at, new JobCompleted(name()), now));
        }
        Optional<Event> failed = find(event -> event.fact() instanceof StepFailure);
        if (failed.isPresent()) {
            return failed.map(cause -> standing(cause, at.lost(), failed((StepFailure) cause.fact()), now));
        }
        Optional<Event> cancel = find(event -> event.fact() instanceof JobCancelRequested);
        if (cancel.isPresent()) {
            String by = ((JobCancelRequested) cancel.get().fact()).requestedBy();
            return cancel.map(cause -> standing(cause, at.lost(), new JobCancelled(name(), by), now));
        }
        return find(event -> event.fact() instanceof JobDeadlinePassed)
                .map(cause -> standing(cause, at.lost(), late(), now));
    }

    private Optional<Event> find(Predicate<Event> what) {
        return file.ofRun(at.run()).stream().filter(what).findFirst();
    }

    private JobFailed failed(StepFailure failure) {
        return new JobFailed(name(), failure.step(), failure.failure());
    }

    private JobFailed late() {
        LastSeen seen = LastSeen.of(file, at);
        String step = seen.step().step();
        var failure = new Failure(
                FailureClass.PLATFORM,
                "run " + at.run() + " did not end before its deadline " + at.until() + "; " + seen.words(),
                "look at parked messages (./trainyard dlq) and at the log of step " + step + ", then resume the job");
        return new JobFailed(name(), step, failure);
    }

    private String name() {
        return JobName.of(file).orElse(file.jobId());
    }

    private Standing standing(Event cause, Position position, StandingFact fact, Instant now) {
        EventType type = EventType.of(fact);
        var metadata = new Metadata(
                EventIds.ofRun(file.jobId(), at.run(), type),
                file.jobId(),
                cause.metadata().id(),
                cause.metadata().correlationId(),
                now,
                type.version());
        return new Standing(metadata, position, fact);
    }
}
