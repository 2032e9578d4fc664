package io.trainyard.deadletters.app;

import io.trainyard.events.Event;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Arrival;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.ParkingEvents;
import io.trainyard.letters.domain.Rewrite;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes a message out of a dead-letter queue: kept first, then said, then marked said. A kill at any point is healed by the same message
 * coming again; an exception leaves it in its dead-letter queue.
 */
public final class ParkMessage {

    private final Letters letters;
    private final EventBus bus;
    private final Clock clock;
    private final String deployment;

    /** @param deployment the resource prefix, {@code ty-<env>} */
    public ParkMessage(Letters letters, EventBus bus, Clock clock, String deployment) {
        this.letters = letters;
        this.bus = bus;
        this.clock = clock;
        this.deployment = deployment;
    }

    /**
     * Takes up to {@link Letters#TOGETHER} messages that die for the first time, with as many calls as one takes. May be called again with
     * the same ones.
     *
     * @return false where one of them is known already: then each has to be parked alone
     */
    public boolean together(List<Arrival> arrivals) {
        long different = arrivals.stream().map(Letter::idOf).distinct().count();
        if (different < arrivals.size()
                || arrivals.stream().anyMatch(it -> it.letter().isPresent())) {
            return false;
        }
        List<Letter> fresh = arrivals.stream()
                .map(arrival -> Letter.first(arrival, deployment, clock.instant()))
                .toList();
        if (!letters.create(fresh)) {
            return false;
        }
        List<Event> parked = fresh.stream()
                .filter(letter -> !Contents.of(letter.body()).aboutParking())
                .map(ParkingEvents::parked)
                .toList();
        if (!parked.isEmpty()) {
            bus.say(parked);
        }
        return letters.replace(fresh.stream()
                .map(letter -> new Rewrite(letter, letter.marked()))
                .toList());
    }

    /** May be called again with the same arrival, by several handlers at once. */
    public void park(Arrival arrival) {
        Optional<Letter> replayed = arrival.letter().flatMap(letters::find);
        Letter letter = replayed.isPresent() ? again(replayed.get(), arrival) : first(arrival);
        if (!letter.announced()) {
            announce(letter);
        }
    }

    private Letter first(Arrival arrival) {
        Letter fresh = Letter.first(arrival, deployment, clock.instant());
        return letters.create(fresh) ? fresh : letters.find(fresh.id()).orElseThrow();
    }

    private Letter again(Letter known, Arrival arrival) {
        if (known.arrival().equals(arrival.messageId())) {
            return known;
        }
        // The parking before this one may have been kept and not said: its end is said with this one.
        Letter told = known.announced() ? known : announce(known);
        return written(told, told.again(arrival, clock.instant()));
    }

    private Letter announce(Letter letter) {
        if (!Contents.of(letter.body()).aboutParking()) {
            bus.say(
                    letter.parkings() > 1
                            ? List.of(ParkingEvents.unparkedBefore(letter), ParkingEvents.parked(letter))
                            : List.of(ParkingEvents.parked(letter)));
        }
        return written(letter, letter.marked());
    }

    private Letter written(Letter read, Letter next) {
        if (!letters.replace(read, next)) {
            throw new IllegalStateException("letter " + read.id() + " has just been changed by another handler");
        }
        return next;
    }
}
