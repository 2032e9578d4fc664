package io.trainyard.intake.app;

import io.trainyard.intake.domain.Refusal;
import java.util.Optional;

/** The noes that were given, by job and request. Every read is consistent. */
public interface Refusals {

    Optional<Refusal> find(String jobId, String hash);

    /** Keeps a no. Does nothing where there is one for the same job and request. */
    void keep(Refusal refusal);

    /** Marks the no as said. */
    void said(String jobId, String hash);
}
