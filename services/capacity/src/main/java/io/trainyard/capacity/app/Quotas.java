package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Rung;

/** What the account may have, as AWS's Service Quotas tell. */
public interface Quotas {

    /**
     * Whether the account may have at least one instance for a step of this kind. True where that is not known: then the create
     * call tells. May be an hour old.
     */
    boolean allow(String kind, Rung rung);
}
