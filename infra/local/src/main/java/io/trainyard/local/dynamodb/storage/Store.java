package io.trainyard.local.dynamodb.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * Ordered maps of bytes on disk, changed by one writer at a time.
 *
 * <p>A batch is first appended to a journal, then applied to the maps; from time to time a checkpoint writes the maps
 * and drops the journal before it. So what a reader can see outlives a killed process, and a batch is never seen by
 * halves after a restart. Source of the method: ARIES' redo rule (write-ahead logging, repeating history).
 */
public final class Store implements AutoCloseable {

    private static final String CONTROL = "control";
    private static final byte[] SEGMENT = "segment".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FORMAT = "format".getBytes(StandardCharsets.UTF_8);
    private static final long VERSION = 1;

    // Space of old versions is used again after this long; till then a torn checkpoint can fall back on them.
    private static final int RETENTION_MILLIS = 5_000;
    private static final int FILL_PERCENT = 70;
    private static final int REWRITE_BYTES = 8 * 1024 * 1024;
    private static final int CACHE_MEGABYTES = 32;
    private static final int UNSAVED_KILOBYTES = 32 * 1024;

    private final Path folder;
    private final MVStore maps;
    private final Map<String, MVMap<byte[], byte[]>> open = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock checkpointing = new ReentrantLock();
    private final Journal journal;

    private Store(Path folder, MVStore maps) {
        this.folder = folder;
        this.maps = maps;
        checkFormat();
        long from = number(SEGMENT).orElse(1L);
        long last = Journal.replay(folder, from, this::apply);
        this.journal = new Journal(folder, last + 1);
        finishCheckpoint();
    }

    /** Opens the folder's store, making it where there is none, and brings back what was written before a kill. */
    public static Store open(Path folder) {
        try {
            Files.createDirectories(folder);
            MVStore maps = new MVStore.Builder()
                    .fileName(folder.resolve("tables.mv").toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(UNSAVED_KILOBYTES)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            maps.setRetentionTime(RETENTION_MILLIS);
            maps.setVersionsToKeep(0);
            return new Store(folder, maps);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "The tables in " + folder
                            + " cannot be opened: another process has them open, or they are damaged (" + e.getMessage()
                            + ")",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + folder, e);
        }
    }

    /**
     * Runs the work alone among all writers and then makes its batch durable and visible. Where the work throws,
     * nothing is changed.
     */
    public <T> T write(Function<Batch, T> work) {
        return exclusively(() -> {
            Batch batch = new Batch();
            T result = work.apply(batch);
            if (!batch.changes().isEmpty()) {
                journal.append(batch.changes());
                apply(batch.changes());
            }
            return result;
        });
    }

    /** Runs the work while nobody writes. */
    public <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    public Optional<byte[]> get(String map, byte[] key) {
        return Optional.ofNullable(map(map).get(key));
    }

    /** The entries of the range as they are now, whatever is written while they are read. */
    public Iterator<Entry> scan(String map, KeyRange range, boolean forward) {
        return new RangeScan(map(map), range, forward);
    }

    public long count(String map) {
        return map(map).sizeAsLong();
    }

    /** Writes the maps where anything changed since the last time, and lets go of the journal before it. */
    public void checkpoint() {
        checkpointing.lock();
        try {
            if (exclusively(this::beginCheckpoint)) {
                finishCheckpoint();
            }
        } finally {
            checkpointing.unlock();
        }
    }

    /** Rewrites what is mostly holes, so that the file follows the data's size. */
    public void compact() {
        checkpointing.lock();
        try {
            maps.compact(FILL_PERCENT, REWRITE_BYTES);
        } finally {
            checkpointing.unlock();
        }
    }

    @Override
    public void close() {
        checkpoint();
        exclusively(() -> {
            journal.close();
            maps.close();
            return null;
        });
    }

    private boolean beginCheckpoint() {
        if (journal.length() == 0) {
            return false;
        }
        // From here on the maps hold every earlier segment; what they hold of the new one, a replay repeats.
        journal.roll();
        return true;
    }

    private void finishCheckpoint() {
        long segment = exclusively(journal::segment);
        map(CONTROL)
                .put(SEGMENT, ByteBuffer.allocate(Long.BYTES).putLong(segment).array());
        maps.commit();
        Journal.deleteBefore(folder, segment);
    }

    private void checkFormat() {
        long format = number(FORMAT).orElse(VERSION);
        if (format != VERSION) {
            maps.closeImmediately();
            throw new IllegalStateException("The tables in " + folder + " have format " + format
                    + ", this program knows format " + VERSION + ": use the program that wrote them");
        }
        map(CONTROL)
                .put(FORMAT, ByteBuffer.allocate(Long.BYTES).putLong(VERSION).array());
    }

    private Optional<Long> number(byte[] key) {
        return get(CONTROL, key).map(bytes -> ByteBuffer.wrap(bytes).getLong());
    }

    private void apply(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put put -> map(put.map()).put(put.key(), put.value());
                case Change.Remove remove -> map(remove.map()).remove(remove.key());
                case Change.Drop drop -> {
                    open.remove(drop.map());
                    maps.removeMap(drop.map());
                }
            }
        }
    }

    private MVMap<byte[], byte[]> map(String name) {
        return open.computeIfAbsent(
                name,
                absent -> maps.openMap(
                        absent,
                        new MVMap.Builder<byte[], byte[]>()
                                .keyType(KeyType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE)));
    }
}
