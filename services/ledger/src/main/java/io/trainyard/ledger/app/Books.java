package io.trainyard.ledger.app;

import io.trainyard.events.Event;
import io.trainyard.events.Standing;
import io.trainyard.ledger.domain.JobFile;

/** Where the ledger writes: facts, verdicts, records. Reads are consistent; an answered write is never lost. */
public interface Books {

    /** Keeps a fact under its id. Does nothing where it is kept already. */
    void keep(Event fact);

    /**
     * Keeps a fact and who said it.
     *
     * @param source as EventBridge let it pass
     */
    default void keep(Event fact, String source) {
        keep(fact);
    }

    /** Everything recorded of a job. Holds whatever was kept before the call. */
    JobFile file(String jobId);

    /** Decides a run. Does nothing where it is decided already, in whatever way. */
    void decide(Standing verdict);

    /** Marks a run's verdict as said. */
    void said(String jobId, int run);

    /** Writes a job's record as its file tells it, unless one from more events is there. */
    void write(JobFile file);
}
