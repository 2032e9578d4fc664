package io.trainyard.events;

import java.util.Objects;

/**
 * A message reached a dead-letter queue: its step waits for a person, the job stays open.
 *
 * @param service whose queue it was
 * @param eventName what the message was, as far as it could be read
 * @param fingerprint the same for messages of one cause
 */
public record MessageParked(String service, String eventName, String cause, String fingerprint)
        implements UnroutedFact {

    public MessageParked {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(eventName, "eventName");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
