package io.trainyard.steps.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * The times of a launching service. Function time-out < lease < visibility time-out of the queue.
 *
 * @param prefix of every resource name, {@code ty-<env>}
 * @param lease how long one owner may take to call AWS
 * @param callTimeout how long after its lease an owner's last call may still arrive
 * @param firstCheck when a step's timer first fires
 * @param checkEvery how often it fires after that
 */
public record StepSettings(
        String prefix, Duration lease, Duration callTimeout, Duration firstCheck, Duration checkEvery) {

    /** How long rows outlive their run: longer than any dead letter lives. */
    public static final Duration KEPT = Duration.ofDays(30);

    public StepSettings {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(callTimeout, "callTimeout");
        Objects.requireNonNull(firstCheck, "firstCheck");
        Objects.requireNonNull(checkEvery, "checkEvery");
    }

    /** Lease 90 s, first check after 10 minutes, then every 30. */
    public static StepSettings defaults(String prefix) {
        return new StepSettings(
                prefix, Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(30));
    }
}
