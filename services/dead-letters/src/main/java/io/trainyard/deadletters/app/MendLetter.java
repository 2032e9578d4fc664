package io.trainyard.deadletters.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.EventIds;
import io.trainyard.events.json.Json;
import io.trainyard.letters.app.Audit;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Decided;
import io.trainyard.letters.domain.Deed;
import io.trainyard.letters.domain.Letter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person does to one letter beside replaying it: edit it, try it, give it up. */
public final class MendLetter {

    private final Letters letters;
    private final SendBack sendBack;
    private final DryRuns dryRuns;
    private final Audit audit;
    private final Clock clock;

    public MendLetter(Letters letters, SendBack sendBack, DryRuns dryRuns, Audit audit, Clock clock) {
        this.letters = letters;
        this.sendBack = sendBack;
        this.dryRuns = dryRuns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts another body in the letter's place, which has to be of the event's schema and of the same event. */
    public Decided edit(String id, String body, String by) {
        return parked(id, letter -> {
            Contents next = Contents.of(body);
            Optional<String> broken = next.broken();
            if (broken.isPresent()) {
                return new Decided.Impossible("the message breaks its schema: " + broken.get());
            }
            if (!next.event().equals(letter.cause().event())) {
                return new Decided.Impossible(
                        "the letter is a " + letter.cause().event() + ", not a " + next.event()
                                + "; an edit mends a message, it does not make another one of it");
            }
            Letter edited = letter.edited(body, by, clock.instant());
            if (!letters.replace(letter, edited)) {
                return changed(id);
            }
            write(letter, by, "edit", edited.history().getLast().note());
            return new Decided.Done("letter " + id + " is edited; replay it with `trainyard dlq replay " + id + "`");
        });
    }

    /** Gives the letter up: its service is told, and decides whether that fails the step. */
    public Decided discard(String id, String reason, String by) {
        if (reason.isBlank()) {
            return new Decided.Impossible("a discard needs a reason; it is kept in the audit");
        }
        return parked(id, letter -> {
            if (!Contents.of(letter.body()).discardable()) {
                return new Decided.Impossible("a " + letter.cause().event()
                        + " says what has happened and can only be replayed; only a release of steps or a request"
                        + " can be given up");
            }
            sendBack.discard(letter, message(letter, reason, by), by, reason);
            write(letter, by, "discard", "given up: " + reason);
            return new Decided.Done("letter " + id + " is given up; "
                    + letter.cause().service() + " fails its step unless something was launched for it");
        });
    }

    /** What the letter's service would do with it now; empty where there is no such letter. */
    public Optional<List<String>> dryRun(String id) {
        return letters.find(id).map(letter -> dryRuns.decide(letter.cause().service(), letter.body()));
    }

    private static String message(Letter letter, String reason, String by) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode discard = message.putObject("discard");
        discard.put("reason", reason).put("by", by);
        discard.set("event", Json.tree(letter.body()));
        return message.toString();
    }

    private Decided parked(String id, java.util.function.Function<Letter, Decided> then) {
        Optional<Letter> letter = letters.find(id);
        if (letter.isEmpty()) {
            return new Decided.Unknown();
        }
        return letter.get().waits()
                ? then.apply(letter.get())
                : new Decided.Impossible(
                        "letter " + id + " is " + letter.get().state() + ": only a parked one can be changed");
    }

    private static Decided changed(String id) {
        return new Decided.Impossible("letter " + id + " has just been changed by somebody else; look at it again");
    }

    private void write(Letter letter, String by, String what, String outcome) {
        Instant now = clock.instant();
        String id = EventIds.digest(letter.id(), now.toString(), what).substring(0, 16);
        audit.write(new Deed(id, now, by, what, "letter " + letter.id(), outcome));
    }
}
