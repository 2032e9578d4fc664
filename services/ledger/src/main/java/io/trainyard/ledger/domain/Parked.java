package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.Event;
import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message of the job that waits for a person, until it is replayed or discarded. One that was parked before there was a desk is shown
 * until the job moves on.
 *
 * @param letter under which the desk keeps it; null where it was parked before there was a desk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Parked(
        String service,
        String eventName,
        String cause,
        String fingerprint,
        @Nullable String letter,
        Instant at) {

    static List<Parked> of(JobFile file) {
        Instant moved = file.events().stream()
                .filter(event -> !about(event))
                .map(event -> event.metadata().occurredAt())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        Set<String> ended = file.events().stream()
                .map(Event::fact)
                .filter(MessageUnparked.class::isInstance)
                .map(fact -> ((MessageUnparked) fact).parked())
                .collect(Collectors.toSet());
        return file.events().stream()
                .filter(event -> event.fact() instanceof MessageParked parked
                        && (parked.letter() != null
                                || event.metadata().occurredAt().isAfter(moved)))
                .filter(event -> !ended.contains(event.metadata().id()))
                .map(Parked::of)
                .toList();
    }

    private static boolean about(Event event) {
        return event.fact() instanceof MessageParked || event.fact() instanceof MessageUnparked;
    }

    private static Parked of(Event event) {
        var parked = (MessageParked) event.fact();
        return new Parked(
                parked.service(),
                parked.eventName(),
                parked.cause(),
                parked.fingerprint(),
                parked.letter(),
                event.metadata().occurredAt());
    }
}
