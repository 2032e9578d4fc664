package io.trainyard.trainer.serving;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few predictions be computed at a time, in the order in which they came; the others wait, but not for ever. */
final class Workers {

    private final Semaphore free;
    private final Duration patience;

    Workers(int count, Duration patience) {
        this.free = new Semaphore(count, true);
        this.patience = patience;
    }

    /**
     * Does the work once it is its turn.
     *
     * @throws HttpProblem 503 if every worker stays busy
     */
    <T> T run(Supplier<T> work) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HttpProblem(503, "every worker was busy for " + patience.toMillis() + " ms: try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpProblem(503, "the server is stopping");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
