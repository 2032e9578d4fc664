package io.trainyard.local.dynamodb.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * One file of ordered maps.
 *
 * <p>Committed pages are never overwritten: a file torn by a kill falls back on the version before it. With space used
 * again, MVStore 2.2.224 now and then cannot open a file that was killed and then closed ("Double mark"). The price is
 * a file that only grows, so it is rewritten into the next one from time to time.
 */
final class MapFile {

    private static final int CACHE_MEGABYTES = 32;
    private static final int UNSAVED_KILOBYTES = 32 * 1024;
    private static final long SMALL = 32L * 1024 * 1024;
    private static final int HARDLY_USED_PERCENT = 40;
    private static final int HUNDRED = 100;

    private final Path path;
    private final MVStore store;
    private final Map<String, MVMap<byte[], byte[]>> open = new ConcurrentHashMap<>();

    MapFile(Path path) {
        this.path = path;
        try {
            this.store = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(UNSAVED_KILOBYTES)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "The tables in " + path + " cannot be opened: another process has them open, or they are damaged ("
                            + e.getMessage() + ")",
                    e);
        }
        store.setReuseSpace(false);
        store.setVersionsToKeep(0);
    }

    Path path() {
        return path;
    }

    Optional<byte[]> get(String map, byte[] key) {
        return Optional.ofNullable(map(map).get(key));
    }

    Iterator<Entry> scan(String map, KeyRange range, boolean forward) {
        return new RangeScan(map(map), range, forward);
    }

    long count(String map) {
        return map(map).sizeAsLong();
    }

    void apply(Change change) {
        switch (change) {
            case Change.Put put -> map(put.map()).put(put.key(), put.value());
            case Change.Remove remove -> map(remove.map()).remove(remove.key());
            case Change.Drop drop -> {
                open.remove(drop.map());
                store.removeMap(drop.map());
            }
        }
    }

    void commit() {
        store.commit();
    }

    /** Whether most of the file is of versions long gone. */
    boolean isOvergrown() {
        long used =
                (long) store.getFileStore().getFillRate() * store.getFileStore().getChunksFillRate();
        return store.getFileStore().size() > SMALL && used < (long) HARDLY_USED_PERCENT * HUNDRED;
    }

    /** Puts everything into the other file, which is empty. */
    void copyTo(MapFile other) {
        store.getMapNames().forEach(name -> copy(name, other));
    }

    private void copy(String name, MapFile other) {
        MVMap<byte[], byte[]> target = other.map(name);
        Cursor<byte[], byte[]> cursor = map(name).cursor(null);
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            target.append(key, cursor.getValue());
        }
    }

    void close() {
        store.close();
    }

    /** Lets go of the file and removes it. */
    void delete() {
        store.closeImmediately();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    private MVMap<byte[], byte[]> map(String name) {
        return open.computeIfAbsent(
                name,
                absent -> store.openMap(
                        absent,
                        new MVMap.Builder<byte[], byte[]>()
                                .keyType(KeyType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE)));
    }
}
