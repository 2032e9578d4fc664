package io.trainyard.intake.domain;

import io.trainyard.events.JobIds;
import io.trainyard.events.Violation;
import io.trainyard.steps.domain.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A no that was given. Kept, so that a second copy of the request gets the same no, even when its data set has been uploaded
 * meanwhile.
 *
 * @param jobId under which the no is said
 * @param hash of the request
 * @param requestedBy the source of the request
 * @param violations every reason
 * @param refusedAt when
 * @param cause the request
 * @param said whether it is known to be said
 */
public record Refusal(
        String jobId,
        String hash,
        String requestedBy,
        List<Violation> violations,
        Instant refusedAt,
        Cause cause,
        boolean said) {

    private static final String ELSEWHERE = "refused";

    public Refusal {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(requestedBy, "requestedBy");
        violations = List.copyOf(violations);
        Objects.requireNonNull(refusedAt, "refusedAt");
        Objects.requireNonNull(cause, "cause");
    }

    /** A request that cannot run: the no belongs to the job that it would have been. */
    public static Refusal of(Asked asked, List<Violation> violations, Instant now) {
        return new Refusal(asked.jobId(), asked.hash(), asked.requestedBy(), violations, now, asked.cause(), false);
    }

    /**
     * A request whose key belongs to another request's job. The no has a job id of its own, drawn from that job and this
     * request, so that the job itself is not touched.
     */
    public static Refusal keyTaken(String deployment, Asked asked, Instant now) {
        String own = idOfTaken(deployment, asked);
        var violation = new Violation(
                "/idempotencyKey",
                "this key belongs to job " + asked.jobId() + ", which was asked with another request",
                "send the same request again, or choose a new key");
        return new Refusal(own, asked.hash(), asked.requestedBy(), List.of(violation), now, asked.cause(), false);
    }

    /** The same no, known to be said. */
    public Refusal marked() {
        return new Refusal(jobId, hash, requestedBy, violations, refusedAt, cause, true);
    }

    /** The job id of the no to a request whose key is taken. */
    public static String idOfTaken(String deployment, Asked asked) {
        return JobIds.draw(deployment, asked.jobId(), ELSEWHERE, asked.hash());
    }
}
