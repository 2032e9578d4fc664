package io.trainyard.local.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One ordered map of a {@link Documents} file. Safe for many threads. */
public final class DocumentMap {

    private final MVStore store;
    private final MVMap<String, byte[]> map;

    DocumentMap(MVStore store, MVMap<String, byte[]> map) {
        this.store = store;
        this.map = map;
    }

    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    public boolean contains(String key) {
        return map.containsKey(key);
    }

    /** Stores a document, in place of an older one. */
    public void put(String key, byte[] document) {
        map.put(key, document);
        store.commit();
    }

    /** Stores a document unless there is one; says whether it did. */
    public boolean putIfAbsent(String key, byte[] document) {
        var added = map.putIfAbsent(key, document) == null;
        store.commit();
        return added;
    }

    /** Removes a document; says whether it was there. */
    public boolean remove(String key) {
        var removed = map.remove(key) != null;
        store.commit();
        return removed;
    }

    /** Every document as it is now, in the order of the keys. */
    public Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        map.cursor(null)
                .forEachRemaining(key -> Optional.ofNullable(map.get(key)).ifPresent(it -> all.put(key, it)));
        return all;
    }

    public int size() {
        return map.size();
    }
}
