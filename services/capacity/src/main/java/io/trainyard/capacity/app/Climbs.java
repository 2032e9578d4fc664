package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import java.util.List;
import java.util.Optional;

/** The climbs. Every read is consistent, every write conditional; an answered write is never lost. */
public interface Climbs {

    Optional<Climb> find(ClimbKey key);

    /**
     * Writes a climb, if the row is still at the version before it (none for version 1). False otherwise; nothing is written then.
     */
    boolean write(Climb climb);

    /** Every climb of one run. */
    List<Climb> ofRun(String jobId, int run);

    /** Writes the run's tombstone: nothing is released for the run after this. */
    void bury(String jobId, int run);

    /** Whether the run has a tombstone. */
    boolean buried(String jobId, int run);
}
