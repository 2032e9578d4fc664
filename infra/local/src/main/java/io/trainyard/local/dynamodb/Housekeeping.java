package io.trainyard.local.dynamodb;

import io.trainyard.local.dynamodb.operations.RequestTokens;
import io.trainyard.local.dynamodb.operations.TimeToLiveSweep;
import io.trainyard.local.dynamodb.storage.Store;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What happens beside the requests: checkpoints, compaction, and deletion of what has expired. */
final class Housekeeping implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final Duration JOURNAL = Duration.ofSeconds(1);
    private static final Duration CHECKPOINT = Duration.ofSeconds(10);
    private static final Duration COMPACTION = Duration.ofSeconds(20);
    private static final Duration SWEEP = Duration.ofMinutes(2);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task ->
            Thread.ofPlatform().name("dynamodb-housekeeping").daemon(true).unstarted(task));

    Housekeeping(Store store, TimeToLiveSweep expired, RequestTokens tokens) {
        every(JOURNAL, "checkpoint of a long journal", store::checkpointLongJournal);
        every(CHECKPOINT, "checkpoint", store::checkpoint);
        every(COMPACTION, "compaction", store::compact);
        every(SWEEP, "sweep", () -> {
            expired.run();
            tokens.sweep();
        });
    }

    private void every(Duration pause, String name, Runnable task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // The next round tries again; an executor would drop the task for ever.
                LOG.log(System.Logger.Level.WARNING, "DynamoDB housekeeping failed: " + name, e);
            }
        };
        thread.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        // Not interrupted: that would close the file under a running checkpoint.
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
