package io.trainyard.jobs.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A job that was taken over HTTP. Kept, so that a GET after 202 never says 404, and so that a key stays with its request.
 *
 * @param jobId drawn from the caller's key, as intake draws it
 * @param caller who asked for it, as the API's authorizer knew them: whose job it is
 * @param hash of the request without its key
 * @param name the label that the caller gave it
 * @param createdAt when it was taken
 * @param said whether its {@code job-requested} is known to be said
 */
public record PendingJob(String jobId, String caller, String hash, String name, Instant createdAt, boolean said) {

    public PendingJob {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** The same job with its event known to be said. */
    public PendingJob marked() {
        return new PendingJob(jobId, caller, hash, name, createdAt, true);
    }
}
