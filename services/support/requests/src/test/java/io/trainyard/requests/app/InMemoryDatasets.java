package io.trainyard.requests.app;

import io.trainyard.events.S3Location;
import java.util.HashSet;
import java.util.Set;

/** Data sets in memory: says what it was told, and counts how often it was asked. */
public final class InMemoryDatasets implements Datasets {

    private final Set<S3Location> objects = new HashSet<>();
    private final Set<String> buckets = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private int looks;

    /** Puts an object where {@code s3://bucket/key} says. */
    public InMemoryDatasets with(String uri) {
        S3Location location = S3Location.parse(uri).orElseThrow();
        buckets.add(location.bucket());
        objects.add(location);
        return this;
    }

    /** A bucket that is there and may not be read. */
    public InMemoryDatasets closed(String bucket) {
        closed.add(bucket);
        return this;
    }

    public int looks() {
        return looks;
    }

    @Override
    public Presence look(S3Location location) {
        looks++;
        if (closed.contains(location.bucket())) {
            return Presence.FORBIDDEN;
        }
        if (!buckets.contains(location.bucket())) {
            return Presence.NO_BUCKET;
        }
        return objects.stream()
                        .anyMatch(object -> object.bucket().equals(location.bucket())
                                && object.key().startsWith(location.key()))
                ? Presence.PRESENT
                : Presence.NOTHING;
    }
}
