package io.trainyard.jobs.domain;

/**
 * Who looks at jobs. Whoever operates sees all of them; everybody else sees those that were asked for over HTTP in their own name, and is
 * told of any other what is told of a job that does not exist.
 *
 * @param subject whose token it is
 * @param operates whether the token's groups let it see everybody's jobs
 */
public record Viewer(String subject, boolean operates) {

    /** Whether the job was asked for by this caller. */
    public boolean owns(PendingJob job) {
        return job.caller().equals(subject);
    }
}
