package io.trainyard.notices.app;

import io.trainyard.steps.domain.Lease;
import java.time.Instant;

/** Who sends which notice. Every write is conditional; an answered write is never lost. */
public interface Claims {

    /** What came of asking for a notice. */
    enum Claim {
        /** The lease is ours: send it. */
        MINE,
        /** Another handler has it just now. */
        HELD,
        /** It is known to be sent. */
        SENT
    }

    /**
     * Asks for a notice.
     *
     * @param lease who asks, and until when nobody else may send it
     * @param now leases that ended before are over
     */
    Claim claim(String id, Lease lease, Instant now);

    /** Marks a notice as sent. */
    void sent(String id);
}
