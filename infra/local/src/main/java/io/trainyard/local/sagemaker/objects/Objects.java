package io.trainyard.local.sagemaker.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The account's object store, as far as SageMaker reads inputs from it and writes artifacts to it. */
public interface Objects {

    /** Every object whose key starts with the location's key, in key order; empty also where the bucket is not there. */
    List<S3Location> list(S3Location prefix) throws IOException;

    /**
     * The object's content, for the caller to close.
     *
     * @throws java.nio.file.NoSuchFileException where there is no such object
     */
    InputStream open(S3Location object) throws IOException;

    /** Writes or replaces the object: readers see the old content or the new, never a part. */
    void put(S3Location object, Path content) throws IOException;
}
