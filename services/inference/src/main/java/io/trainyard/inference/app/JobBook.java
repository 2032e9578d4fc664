package io.trainyard.inference.app;

import io.trainyard.inference.domain.KnownJob;
import java.util.List;
import java.util.Optional;

/** The ledger's record of jobs; read only, and perhaps a little late. */
public interface JobBook {

    Optional<KnownJob> job(String jobId);

    /** The newest jobs of that name, newest first. */
    List<KnownJob> named(String name);
}
