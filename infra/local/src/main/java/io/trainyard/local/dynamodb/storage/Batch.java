package io.trainyard.local.dynamodb.storage;

import java.util.ArrayList;
import java.util.List;

/** Changes that happen together or not at all, a killed process included. */
public final class Batch {

    private final List<Change> changes = new ArrayList<>();

    Batch() {}

    public void put(String map, byte[] key, byte[] value) {
        changes.add(new Change.Put(map, key, value));
    }

    public void remove(String map, byte[] key) {
        changes.add(new Change.Remove(map, key));
    }

    public void drop(String map) {
        changes.add(new Change.Drop(map));
    }

    List<Change> changes() {
        return changes;
    }
}
