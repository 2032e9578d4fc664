package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has to hold of dead letters when nothing is left to happen: each is back with its service, and every parking and its end was said. */
record EmptyDesk(World world) {

    void check() {
        Set<String> parked = ids(MessageParked.class);
        Set<String> unparked = world.bus().said().stream()
                .map(Event::fact)
                .filter(MessageUnparked.class::isInstance)
                .map(fact -> ((MessageUnparked) fact).parked())
                .collect(Collectors.toCollection(TreeSet::new));
        Violation.unless(parked.equals(unparked), "parked " + parked + ", unparked " + unparked);
        int parkings = 0;
        for (Letter letter : world.stage().deadLetters().orElseThrow().letters()) {
            Violation.unless(!letter.parked(), "letter " + letter.id() + " still waits");
            parkings += Contents.of(letter.body()).aboutParking() ? 0 : letter.parkings();
        }
        Violation.unless(parked.size() == parkings, parkings + " parkings, " + parked.size() + " said");
    }

    private Set<String> ids(Class<?> fact) {
        return world.bus().said().stream()
                .filter(event -> fact.isInstance(event.fact()))
                .map(event -> event.metadata().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
