package io.trainyard.ledger.domain;

import io.trainyard.events.Event;
import io.trainyard.events.MessageParked;
import java.time.Instant;
import java.util.List;

/**
 * A message of the job that waits for a person. It is shown until the job moves on: a replayed message does what it was to do,
 * and that is heard here.
 */
public record Parked(String service, String eventName, String cause, String fingerprint, Instant at) {

    static List<Parked> of(JobFile file) {
        Instant moved = file.events().stream()
                .filter(event -> !(event.fact() instanceof MessageParked))
                .map(event -> event.metadata().occurredAt())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return file.events().stream()
                .filter(event -> event.metadata().occurredAt().isAfter(moved))
                .filter(event -> event.fact() instanceof MessageParked)
                .map(Parked::of)
                .toList();
    }

    private static Parked of(Event event) {
        var parked = (MessageParked) event.fact();
        return new Parked(
                parked.service(),
                parked.eventName(),
                parked.cause(),
                parked.fingerprint(),
                event.metadata().occurredAt());
    }
}
