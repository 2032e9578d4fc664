package io.trainyard.jobs.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many jobs one caller may ask for within any hour. Soft: what was asked for in the last moment may not be counted yet, so that
 * whoever asks for many at once may get a few more.
 *
 * @param jobs at least 1
 */
public record Quota(int jobs) {

    private static final Duration WINDOW = Duration.ofHours(1);

    public Quota {
        if (jobs < 1) {
            throw new IllegalArgumentException(
                    "with a quota of " + jobs + " nobody could ask for a job; set TRAINYARD_JOBS_QUOTA to 1 or more");
        }
    }

    /** What was asked for after this time counts. */
    public Instant since(Instant now) {
        return now.minus(WINDOW);
    }

    /**
     * When the next job is possible; empty where it is now.
     *
     * @param asked when the jobs that count were asked for, newest first
     */
    public Optional<Instant> next(List<Instant> asked) {
        return asked.size() < jobs
                ? Optional.empty()
                : Optional.of(asked.get(jobs - 1).plus(WINDOW));
    }
}
