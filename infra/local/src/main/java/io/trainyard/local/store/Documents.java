package io.trainyard.local.store;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A file of named, ordered maps of documents. A change is in the file when the call that made it returns, so a killed
 * process loses nothing; after a power cut the last changes may be missing.
 */
public final class Documents implements AutoCloseable {

    private final MVStore store;

    private Documents(MVStore store) {
        this.store = store;
    }

    /** Opens or creates the file. */
    public static Documents open(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .cacheSize(4)
                .open();
        // Space is used again at once: what is kept back is only of use after a power cut, for megabytes per second.
        store.setRetentionTime(0);
        return new Documents(store);
    }

    /** The map of that name, empty at first. */
    public DocumentMap map(String name) {
        return new DocumentMap(store, store.openMap(name));
    }

    /** Drops the map of that name and all in it. */
    public void drop(String name) {
        store.removeMap(name);
        store.commit();
    }

    @Override
    public void close() {
        store.close();
    }
}
