package io.trainyard.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message reached a dead-letter queue: its step waits for a person, the job stays open. What belongs to no job that is known has
 * {@link #NO_JOB} as its job.
 *
 * @param service whose queue it was
 * @param eventName what the message was, as far as it could be read
 * @param fingerprint the same for messages of one cause
 * @param letter under which the desk keeps the message; null where it was parked before there was a desk
 * @param step which step it is about, several with commas where it releases several; null where it is about none
 */
public record MessageParked(
        String service,
        String eventName,
        String cause,
        String fingerprint,
        @Nullable String letter,
        @Nullable String step)
        implements UnroutedFact {

    /** The job id of a message that names none. */
    public static final String NO_JOB = "none";

    public MessageParked {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(eventName, "eventName");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
