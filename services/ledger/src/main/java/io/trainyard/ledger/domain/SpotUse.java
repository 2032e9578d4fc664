package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.SpotReport;
import io.trainyard.events.TrainingCompleted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What spot capacity did for a step.
 *
 * @param used whether the newest attempt runs on it
 * @param trainingSeconds how long it trained; null before its end
 * @param savedSeconds those of them that are not billed
 * @param savedPercent what that saves of the price on-demand
 * @param interruptions how often its instance was reclaimed
 * @param lastCheckpointAt when its newest checkpoint was written; null where there is none
 * @param warning what is wrong with its checkpoints; null where nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpotUse(
        boolean used,
        @Nullable Long trainingSeconds,
        @Nullable Long savedSeconds,
        @Nullable Long savedPercent,
        @Nullable Integer interruptions,
        @Nullable Instant lastCheckpointAt,
        @Nullable String warning) {

    static SpotUse running(boolean onSpot) {
        return new SpotUse(onSpot, null, null, null, null, null, null);
    }

    /** Null where nothing was ever told of spot. */
    static @Nullable SpotUse of(TrainingCompleted completed, @Nullable SpotUse before) {
        SpotReport report = completed.spot();
        if (report == null) {
            return before;
        }
        long saved = Math.max(0, report.trainingSeconds() - completed.billableSeconds());
        return new SpotUse(
                true,
                report.trainingSeconds(),
                saved,
                Math.round(100.0 * saved / Math.max(1, report.trainingSeconds())),
                report.interruptions(),
                report.lastCheckpointAt(),
                report.warning());
    }
}
