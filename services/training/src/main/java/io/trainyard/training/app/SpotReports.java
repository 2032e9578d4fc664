package io.trainyard.training.app;

import io.trainyard.events.SpotReport;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how a job fared on spot: what it saved is of no use where the next interruption would cost all that was trained. */
final class SpotReports {

    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);

    private final Checkpoints checkpoints;

    SpotReports(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    SpotReport of(TrainingJob job, TrainingTimes times) {
        Optional<Instant> newest = checkpoints.newest(job.places().checkpoints());
        Integer asked = job.spec().checkpointSeconds();
        Duration interval = asked == null ? USUAL_INTERVAL : Duration.ofSeconds(asked);
        return new SpotReport(
                times.training(), times.interruptions(), newest.orElse(null), warning(newest, times, interval));
    }

    private static @Nullable String warning(Optional<Instant> newest, TrainingTimes times, Duration interval) {
        if (newest.isEmpty()) {
            return "no checkpoint was written: had the instance been reclaimed, training would have begun again";
        }
        if (times.endedAt() == null) {
            return null;
        }
        Duration age = Duration.between(newest.get(), times.endedAt());
        return age.compareTo(interval) > 0
                ? "the newest checkpoint was " + age.toSeconds()
                        + " s old when training ended, and should not be older than " + interval.toSeconds()
                        + " s: had the instance been reclaimed then, so much would have been lost"
                : null;
    }
}
