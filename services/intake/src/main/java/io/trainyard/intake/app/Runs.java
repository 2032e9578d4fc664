package io.trainyard.intake.app;

import io.trainyard.intake.domain.OpenedRun;
import java.util.Optional;

/** The runs that were opened, by job and number. Every read is consistent, every write conditional. */
public interface Runs {

    Optional<OpenedRun> find(String jobId, int run);

    /** Writes a run's row. False where there is one already; nothing is written then. */
    boolean open(OpenedRun run);

    /** Marks the run's release as said. */
    void said(String jobId, int run);
}
