package io.trainyard.pace;

import java.util.Optional;

/** The buckets of a service, by API family. Every read is consistent, every write conditional. */
public interface Buckets {

    /** Empty before the first call of the family. */
    Optional<Bucket> find(String family);

    /**
     * Writes a bucket over the version before it; version 1 where there is none. False where somebody else was faster: nothing is written
     * then.
     */
    boolean put(String family, Bucket next);
}
