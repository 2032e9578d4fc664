package io.trainyard.inference.app;

import io.trainyard.inference.domain.KnownJob;
import java.util.Optional;

/** The ledger's record of jobs; read only, and perhaps a little late. */
public interface JobBook {

    Optional<KnownJob> job(String jobId);

    /** The newest job of that name, looked for among the newest jobs only; older ones are known by their id. */
    Optional<KnownJob> newest(String name);
}
