package io.trainyard.local.dynamodb.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ordered maps of bytes on disk, changed by one writer at a time.
 *
 * <p>A batch is first appended to a journal, then applied to the maps; from time to time a checkpoint writes the maps
 * and drops the journal before it. So what a reader can see outlives a killed process, and a batch is never seen by
 * halves after a restart. Source of the method: ARIES' redo rule (write-ahead logging, repeating history).
 */
public final class Store implements AutoCloseable {

    private static final byte[] SEGMENT = "segment".getBytes(StandardCharsets.UTF_8);
    private static final long LONG_JOURNAL = 4L * 1024 * 1024;

    private final Path folder;
    private final Generations generations;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock checkpointing = new ReentrantLock();
    private final Journal journal;
    private volatile MapFile maps;
    // Replaced by a rewrite, and kept for readers that were still at it.
    private @Nullable MapFile retired;
    private boolean begunAnew;

    private Store(Path folder) {
        this.folder = folder;
        this.generations = new Generations(folder);
        this.maps = generations.open();
        long from = Generations.number(maps, SEGMENT).orElse(1L);
        long last = Journal.replay(folder, from, this::repeat);
        this.journal = new Journal(folder, last + 1);
        finishCheckpoint();
    }

    /**
     * Opens the folder's store, making it where there is none, and brings back what was written before a kill.
     *
     * @throws IllegalStateException where another process has it open, or it is damaged or of another format
     */
    public static Store open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + folder, e);
        }
        return new Store(folder);
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
        return maps.get(map, key);
    }

    /** The entries of the range as they are now, whatever is written while they are read. */
    public Iterator<Entry> scan(String map, KeyRange range, boolean forward) {
        return maps.scan(map, range, forward);
    }

    public long count(String map) {
        return maps.count(map);
    }

    /** A checkpoint where the journal has grown so long that replaying it would take a while. */
    public void checkpointLongJournal() {
        if (exclusively(journal::length) >= LONG_JOURNAL) {
            checkpoint();
        }
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

    /** Rewrites a file that is mostly holes. To be called now and then, not more often than a page takes to read. */
    public void compact() {
        checkpointing.lock();
        try {
            deleteRetired();
            if (maps.isOvergrown()) {
                rewrite();
            }
        } finally {
            checkpointing.unlock();
        }
    }

    @Override
    public void close() {
        checkpoint();
        checkpointing.lock();
        try {
            deleteRetired();
            exclusively(() -> {
                journal.close();
                maps.close();
                return null;
            });
        } finally {
            checkpointing.unlock();
        }
    }

    /** Rewrites the file now. Writers wait meanwhile. */
    public void rewrite() {
        checkpointing.lock();
        try {
            deleteRetired();
            retired = exclusively(() -> {
                MapFile old = maps;
                maps = generations.rewrite(old);
                return old;
            });
        } finally {
            checkpointing.unlock();
        }
    }

    private void deleteRetired() {
        if (retired != null) {
            retired.delete();
            retired = null;
        }
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
        maps.apply(new Change.Put(Generations.CONTROL, SEGMENT, Generations.bytes(segment)));
        maps.commit();
        Journal.deleteBefore(folder, segment);
    }

    /**
     * What a killed process did not get into its file goes into a new one. MVStore 2.2.224's count of the pages in use may be off in the old
     * one: now and then it gave a page up twice ("AssertionError: 6 chunk:1,...", seen once in {@code DynamoDbKillTest}).
     */
    private void repeat(List<Change> changes) {
        if (!begunAnew) {
            begunAnew = true;
            MapFile old = maps;
            maps = generations.rewrite(old);
            old.delete();
        }
        apply(changes);
    }

    private void apply(List<Change> changes) {
        changes.forEach(maps::apply);
    }
}
