package io.trainyard.jobs.app;

import io.trainyard.jobs.domain.PendingJob;
import java.util.Optional;
import java.util.stream.Stream;

/** The jobs that were taken over HTTP. Every write is conditional, and every read of one job is consistent. */
public interface PendingJobs {

    Optional<PendingJob> find(String jobId);

    /**
     * The ids of the jobs that a caller asked for, newest first, read only as far as they are taken from the stream. Those of the last
     * moment may be missing: DynamoDB has no consistent read of what is found by anything but its key.
     */
    Stream<String> of(String caller);

    /** Keeps a job. False where there is one of that id already; nothing is written then. */
    boolean keep(PendingJob job);

    /** Marks the job's event as said. */
    void said(String jobId);
}
