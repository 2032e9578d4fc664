package io.trainyard.deadletters.app;

import io.trainyard.events.Event;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.ParkingEvents;
import io.trainyard.letters.domain.Rewrite;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Sends letters back, then says that they wait no longer, then writes that. In this order a kill leaves a letter that still waits at the
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

    /**
     * Replays those letters that wait, as a part of a replay; does nothing with the others.
     *
     * @param some up to {@link Letters#TOGETHER}, all of one service
     */
    public void replay(List<Letter> some, String by, String replay) {
        List<Letter> waiting = some.stream().filter(Letter::waits).toList();
        if (waiting.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        queues.send(waiting.getFirst().cause().service(), waiting);
        say(waiting, "replayed", by, now);
        List<Rewrite> rewrites = waiting.stream()
                .map(letter -> new Rewrite(letter, letter.replayed(by, "replay " + replay, now)))
                .toList();
        if (!letters.replace(rewrites, replay)) {
            // Somebody else is at one of them; the others are not to wait for that.
            rewrites.forEach(rewrite -> letters.replace(List.of(rewrite), replay));
        }
    }

    /** Tells the letter's service that the letter is given up. */
    public void discard(Letter letter, String body, String by, String reason) {
        Instant now = clock.instant();
        queues.send(letter.cause().service(), body, letter.id());
        say(List.of(letter), "discarded", by, now);
        letters.replace(letter, letter.discarded(by, reason, now));
    }

    private void say(List<Letter> some, String outcome, String by, Instant now) {
        List<Event> ends = some.stream()
                .filter(letter -> !Contents.of(letter.body()).aboutParking())
                .map(letter -> ParkingEvents.unparked(letter, outcome, by, now))
                .toList();
        if (!ends.isEmpty()) {
            bus.say(ends);
        }
    }
}
