package io.trainyard.letters.domain;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import java.time.Instant;

/** What the desk says, under ids that are the same however often it is said. */
public final class ParkingEvents {

    private ParkingEvents() {}

    /** The letter's last parking. */
    public static Event parked(Letter letter) {
        Contents contents = Contents.of(letter.body());
        var fact = new MessageParked(
                letter.cause().service(),
                letter.cause().event(),
                letter.said(),
                letter.cause().fingerprint(),
                letter.id(),
                contents.step().orElse(null));
        String cause = contents.eventId().orElse(parkedId(letter));
        return event(letter, parkedId(letter), cause, letter.parkedAt(), fact);
    }

    /** The end of the letter's last parking. */
    public static Event unparked(Letter letter, String outcome, String by, Instant now) {
        return unparked(letter, letter.parkings(), outcome, by, now);
    }

    /** The end of the parking before the last one, which a replay must have ended. */
    public static Event unparkedBefore(Letter letter) {
        return unparked(
                letter, letter.parkings() - 1, "replayed", letter.cause().service(), letter.parkedAt());
    }

    private static Event unparked(Letter letter, int parking, String outcome, String by, Instant now) {
        String parked = id(letter, parking, EventType.MESSAGE_PARKED);
        var fact = new MessageUnparked(parked, letter.id(), outcome, by);
        return event(letter, id(letter, parking, EventType.MESSAGE_UNPARKED), parked, now, fact);
    }

    private static String parkedId(Letter letter) {
        return id(letter, letter.parkings(), EventType.MESSAGE_PARKED);
    }

    private static String id(Letter letter, int parking, EventType type) {
        return EventIds.digest(letter.id(), Integer.toString(parking), type.eventName())
                .substring(0, 32);
    }

    private static Event event(Letter letter, String id, String causationId, Instant at, UnroutedFact fact) {
        String correlation = Contents.of(letter.body()).correlationId().orElse(causationId);
        int version = EventType.of(fact).version();
        return new Unrouted(new Metadata(id, letter.jobId(), causationId, correlation, at, version), fact);
    }
}
