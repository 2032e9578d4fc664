package io.trainyard.intake.domain;

import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.Position;
import io.trainyard.steps.domain.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A run, as it was opened. Its row is never deleted: an idempotency key means the same job for ever.
 *
 * @param jobId whose run
 * @param hash of the request
 * @param name the label that the sender gave the job
 * @param requestedBy the source of the request, or who asked for the resume
 * @param position where it starts: run, deadline, plan
 * @param allowed how long each run of the job may take
 * @param openedAt when
 * @param cause the request or the resume
 * @param said whether its release is known to be said
 */
public record OpenedRun(
        String jobId,
        String hash,
        String name,
        String requestedBy,
        Position position,
        Duration allowed,
        Instant openedAt,
        Cause cause,
        boolean said) {

    public OpenedRun {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(requestedBy, "requestedBy");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(allowed, "allowed");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(cause, "cause");
    }

    /** The first run of a job. */
    public static OpenedRun first(Asked asked, String name, Plan plan, Duration allowed, Instant now) {
        Position start = Position.start(1, deadline(now, allowed), plan, asked.caller());
        return new OpenedRun(
                asked.jobId(), asked.hash(), name, asked.requestedBy(), start, allowed, now, asked.cause(), false);
    }

    /** The run after this one: a plan from the start, because its steps know what they have done already. */
    public OpenedRun next(String resumedBy, String resumeId, Plan plan, Instant now) {
        Position start = Position.start(run() + 1, deadline(now, allowed), plan, position.caller());
        var resumed = new Cause(resumeId, cause.correlationId());
        return new OpenedRun(jobId, hash, name, resumedBy, start, allowed, now, resumed, false);
    }

    /** The same run with its release known to be said. */
    public OpenedRun marked() {
        return new OpenedRun(jobId, hash, name, requestedBy, position, allowed, openedAt, cause, true);
    }

    public int run() {
        return position.run();
    }

    public Instant until() {
        return position.until();
    }

    /** The id of the event that says that the run is open. */
    public String acceptedId() {
        return EventIds.ofRun(jobId, run(), EventType.JOB_ACCEPTED);
    }

    /** Whole seconds, because timers have no finer ones. */
    private static Instant deadline(Instant now, Duration allowed) {
        return now.plus(allowed).truncatedTo(ChronoUnit.SECONDS);
    }
}
