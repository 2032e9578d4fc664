package io.trainyard.jobs.app;

import io.trainyard.jobs.domain.PendingJob;
import java.time.Instant;
import java.util.List;
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

    /** When a caller asked for its jobs of the time since then, newest first. Those of the last moment may be missing here too. */
    List<Instant> asked(String caller, Instant since);

    /** Keeps a job. False where there is one of that id already; nothing is written then. */
    boolean keep(PendingJob job);

    /** Marks the job's event as said. */
    void said(String jobId);
}
