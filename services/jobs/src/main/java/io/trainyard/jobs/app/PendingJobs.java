package io.trainyard.jobs.app;

import io.trainyard.jobs.domain.PendingJob;
import java.util.Optional;

/** The jobs that were taken over HTTP. Every read is consistent, every write conditional. */
public interface PendingJobs {

    Optional<PendingJob> find(String jobId);

    /** Keeps a job. False where there is one of that id already; nothing is written then. */
    boolean keep(PendingJob job);

    /** Marks the job's event as said. */
    void said(String jobId);
}
