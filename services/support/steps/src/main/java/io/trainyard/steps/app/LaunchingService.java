package io.trainyard.steps.app;

import io.trainyard.events.Event;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.ResourceChange;

/**
 * What every launching service does with what it is told. Every method may be called again with the same argument, in any order, by
 * several handlers at once. It returns when the message has done its work; {@link LeaseHeld} and any other exception mean that it has
 * to come again.
 */
public interface LaunchingService {

    /** An event of ours: starts what it releases, stops what it ends. */
    void hear(Event event);

    /**
     * SageMaker's own word about a resource. True where a row knows it; false for an orphan, which is counted and left to the
     * sweep: the row always precedes the create.
     */
    boolean changed(ResourceChange change);

    /** The row's timer: does what the row needs. */
    void tick(AttemptKey key);

    /** Once in a long while: looks after what no event and no row tells of. */
    void sweep();

    /**
     * A person gives a release up: each step in it fails, unless it has a row already. Then something may have been launched or said, and
     * its timer brings it on.
     */
    void discard(Event release, String reason, String by);
}
