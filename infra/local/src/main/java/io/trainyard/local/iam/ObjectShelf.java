package io.trainyard.local.iam;

/** What S3 holds. */
@FunctionalInterface
public interface ObjectShelf {

    /** Whether there is an object of this key. */
    boolean has(String bucket, String key);
}
