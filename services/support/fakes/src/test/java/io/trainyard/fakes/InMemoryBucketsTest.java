package io.trainyard.fakes;

import io.trainyard.pace.Buckets;

/** The contract on the fake. */
class InMemoryBucketsTest extends BucketsContract {

    @Override
    protected Buckets buckets() {
        return new InMemoryBuckets();
    }
}
