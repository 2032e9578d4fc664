package io.trainyard.requests.app;

import io.trainyard.events.S3Location;

/** What lies in S3. Looking costs next to nothing and changes nothing. */
public interface Datasets {

    /** What was found at a location. */
    enum Presence {
        /** An object of that key, or at least one whose key begins so. */
        PRESENT,
        /** The bucket is there, and nothing in it begins so. */
        NOTHING,
        /** There is no such bucket. */
        NO_BUCKET,
        /** We may not look. */
        FORBIDDEN
    }

    /**
     * Looks for objects as SageMaker would: all whose keys begin with the location's key.
     *
     * @throws RuntimeException where S3 did not answer; try again later
     */
    Presence look(S3Location location);
}
