package io.trainyard.training.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a training job took, as SageMaker counts.
 *
 * @param billable wall-clock seconds that are billed, for each instance (BillableTimeInSeconds in the API reference)
 * @param training wall-clock seconds that it trained (TrainingTimeInSeconds); as many as are billed where that was not told
 * @param interruptions how often its spot instance was reclaimed
 * @param endedAt when training ended; null where that was not told
 */
public record TrainingTimes(
        long billable,
        long training,
        int interruptions,
        @Nullable Instant endedAt) {

    /** A job that was never interrupted, and is billed for all the time it took. */
    public static TrainingTimes of(long seconds) {
        return new TrainingTimes(seconds, seconds, 0, null);
    }
}
