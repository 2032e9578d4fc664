package io.trainyard.steps.app;

import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import java.util.List;
import java.util.Optional;

/** The rows of a service. Every read is consistent, every write conditional; an answered write is never lost. */
public interface Attempts {

    Optional<Attempt> find(AttemptKey key);

    /** Writes a first row. False where there is one already; nothing is written then. */
    boolean create(Attempt attempt);

    /**
     * Writes {@code next} over {@code read}, if the row is still at the version of {@code read}. False otherwise; nothing is
     * written then.
     */
    boolean replace(Attempt read, Attempt next);

    /** Every row of one run. */
    List<Attempt> ofRun(String jobId, int run);

    /** Every row of the job, in every run. */
    List<Attempt> ofJob(String jobId);

    /** Writes the run's tombstone: nothing of the run is launched after this. */
    void bury(String jobId, int run);

    /** Whether the run has a tombstone. */
    boolean buried(String jobId, int run);
}
