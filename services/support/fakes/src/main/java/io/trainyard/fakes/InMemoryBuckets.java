package io.trainyard.fakes;

import io.trainyard.pace.Bucket;
import io.trainyard.pace.Buckets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Buckets in memory, with the conditional writes of the real ones. */
public final class InMemoryBuckets implements Buckets {

    private final Map<String, Bucket> families = new TreeMap<>();

    @Override
    public synchronized Optional<Bucket> find(String family) {
        return Optional.ofNullable(families.get(family));
    }

    @Override
    public synchronized boolean put(String family, Bucket next) {
        long there = find(family).map(Bucket::version).orElse(0L);
        if (there != next.version() - 1) {
            return false;
        }
        families.put(family, next);
        return true;
    }
}
