package io.trainyard.trainer.contract;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM as a question that the training asks between batches. SageMaker sends it to stop a job and kills 120
 * seconds later; the process ends with 143 once the work in hand is saved, or when the patience is over.
 */
public final class StopSignal {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile long requestedAt;

    /** A signal that only {@link #request()} raises. */
    public StopSignal() {}

    /** A signal raised by the end of this process; the end waits until {@link #settled()}, at most this long. */
    public static StopSignal ofThisProcess(Duration patience) {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> signal.stopAndWait(patience)));
        return signal;
    }

    /** Asks the work to stop at the next good moment. */
    public void request() {
        requestedAt = System.nanoTime();
        requested = true;
    }

    /** Whether somebody asked to stop. */
    public boolean isRequested() {
        return requested;
    }

    /** Whether the good moment has not come for so long that the work must be broken off. */
    public boolean isUrgent() {
        return requested && System.nanoTime() - requestedAt > GRACE.toNanos();
    }

    /** Says that everything worth keeping is on disk. */
    public void settled() {
        settled.countDown();
    }

    private void stopAndWait(Duration patience) {
        request();
        try {
            settled.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
