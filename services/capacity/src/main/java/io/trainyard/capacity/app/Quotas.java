package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Rung;

/** What the account may have, as AWS's Service Quotas tell. */
public interface Quotas {

    /**
     * Whether the account may have so many instances at a time for steps of this kind, whatever of them is in use. True where that is
     * not known: then the create call tells. May be an hour old.
     */
    boolean allow(String kind, Rung rung, int instances);
}
