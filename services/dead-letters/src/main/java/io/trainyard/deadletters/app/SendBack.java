package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.ParkingEvents;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.List;

/**
 * Sends one letter back, then says that it waits no longer, then writes that. In this order a kill leaves a letter that still waits at the
 * desk and is sent once more, which its service takes for the duplicate that it is; the other way round the record could show PARKED for
 * ever.
 */
public final class SendBack {

    private final Letters letters;
    private final ServiceQueues queues;
    private final EventBus bus;
    private final Clock clock;

    public SendBack(Letters letters, ServiceQueues queues, EventBus bus, Clock clock) {
        this.letters = letters;
        this.queues = queues;
        this.bus = bus;
        this.clock = clock;
    }

    /** Replays a letter that waits, as a part of a replay. Does nothing with any other. */
    public void replay(Letter letter, String by, String replay) {
        if (!letter.waits()) {
            return;
        }
        queues.send(letter.cause().service(), letter.body(), letter.id());
        say(letter, "replayed", by);
        letters.replace(letter, letter.replayed(by, "replay " + replay, clock.instant()), replay);
    }

    /** Tells the letter's service that the letter is given up. */
    public void discard(Letter letter, String body, String by, String reason) {
        queues.send(letter.cause().service(), body, letter.id());
        say(letter, "discarded", by);
        letters.replace(letter, letter.discarded(by, reason, clock.instant()));
    }

    private void say(Letter letter, String outcome, String by) {
        if (!Contents.of(letter.body()).aboutParking()) {
            bus.say(List.of(ParkingEvents.unparked(letter, outcome, by, clock.instant())));
        }
    }
}
