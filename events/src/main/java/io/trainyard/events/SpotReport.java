package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a training job fared on spot capacity. AWS bills part of the time it trained; the share that is not billed is what spot saved
 * (Amazon SageMaker, "Managed Spot Training").
 *
 * @param trainingSeconds how long it trained, as AWS counts
 * @param interruptions how often its instance was reclaimed
 * @param lastCheckpointAt when its newest checkpoint was written; null where there is none
 * @param warning what is wrong with its checkpoints, for people; null where nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpotReport(
        long trainingSeconds,
        int interruptions,
        @Nullable Instant lastCheckpointAt,
        @Nullable String warning) {}
