package io.trainyard.steps.app;

import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stops what a lost or cancelled run still has running. The tombstone comes first, so that a claim made meanwhile finds it;
 * {@code stopped} is written only when AWS shows the end, or shows nothing after the last moment at which a create could arrive.
 */
final class StopSteps {

    private final StepWork work;
    private final StepStores stores;

    StopSteps(StepWork work, StepStores stores) {
        this.work = work;
        this.stores = stores;
    }

    void stopRun(String jobId, int run) {
        stores.attempts().bury(jobId, run);
        for (Attempt row : stores.attempts().ofRun(jobId, run)) {
            if (row.state().stoppable()) {
                halt(row);
            } else if (row.state() == AttemptState.STOPPING) {
                stop(row);
            }
        }
    }

    /** Turns a row that may have a resource into one that is being stopped, and stops it. */
    void halt(Attempt row) {
        Attempt stopping = row.as(AttemptState.STOPPING);
        stores.setTimer(stopping);
        if (stores.attempts().replace(row, stopping)) {
            stop(stopping);
            return;
        }
        Attempt now = stores.attempts().find(row.key()).orElseThrow();
        if (now.state().stoppable()) {
            halt(now);
        }
    }

    /** A handler lost its row while it called AWS: where the row is being stopped, so is what was just created. */
    void resume(AttemptKey key) {
        stores.attempts()
                .find(key)
                .filter(row -> row.state() == AttemptState.STOPPING)
                .ifPresent(this::stop);
    }

    /** Stops the resource of a stopping row once more, and closes the row if nothing of it is left. */
    void stop(Attempt stopping) {
        switch (work.stop(stopping)) {
            case Sighting.Running running -> {
                // SageMaker's event or the timer brings the row back.
            }
            case Sighting.Ended ended -> close(stopping, ended.outcome());
            case Sighting.Absent absent -> {
                if (nothingCanArrive(stopping)) {
                    close(stopping, null);
                }
            }
        }
    }

    private boolean nothingCanArrive(Attempt stopping) {
        Instant last = stopping.lease().until().plus(stores.settings().callTimeout());
        return !stores.clock().instant().isBefore(last);
    }

    private void close(Attempt stopping, @Nullable Outcome seen) {
        work.stopped(stopping);
        if (stores.attempts().replace(stopping, stopping.stopped(seen))) {
            stores.timers().remove(stopping.key());
        }
    }
}
