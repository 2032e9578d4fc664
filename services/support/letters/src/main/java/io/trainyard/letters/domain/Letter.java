package io.trainyard.letters.domain;

import io.trainyard.events.EventIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A dead letter at the desk. It stays here for ever after: what was done about it is its history.
 *
 * @param id drawn from service and message, so that a second copy of a dead letter is the same letter
 * @param jobId whose message it is
 * @param cause why it waits, or waited last
 * @param said the cause in the service's own words
 * @param body the message, as it is sent back; as it came unless it was edited
 * @param parkings how often it was parked: once, and once more for every replay that failed
 * @param arrival the message that was parked last, so that a second copy of it is known
 * @param parkedAt when it was parked last
 * @param announced whether its last parking is known to be said
 * @param history oldest first
 * @param version counts the writes: a write succeeds only on the version it was read at
 */
public record Letter(
        String id,
        String jobId,
        Cause cause,
        String said,
        String body,
        LetterState state,
        int parkings,
        String arrival,
        Instant parkedAt,
        boolean announced,
        List<Entry> history,
        long version) {

    public Letter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(said, "said");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(parkedAt, "parkedAt");
        history = List.copyOf(history);
    }

    /** The id of the letter that a message becomes when it dies for the first time. */
    public static String idOf(Arrival arrival) {
        return EventIds.digest(arrival.service(), arrival.messageId()).substring(0, 32);
    }

    /** A message that dies for the first time. */
    public static Letter first(Arrival arrival, String deployment, Instant now) {
        Contents contents = Contents.of(arrival.body());
        var cause = Cause.of(arrival.service(), contents.event(), arrival.cause());
        var entry = new Entry(now, "parked", arrival.service(), arrival.cause());
        return new Letter(
                idOf(arrival),
                contents.jobId(deployment),
                cause,
                arrival.cause(),
                arrival.body(),
                LetterState.PARKED,
                1,
                arrival.messageId(),
                now,
                false,
                List.of(entry),
                1);
    }

    /** The same letter, dead again after a replay. */
    public Letter again(Arrival arrival, Instant now) {
        var next = Cause.of(arrival.service(), Contents.of(body).event(), arrival.cause());
        var entry = new Entry(now, "parked", arrival.service(), arrival.cause());
        return new Letter(
                id,
                jobId,
                next,
                arrival.cause(),
                body,
                LetterState.PARKED,
                parkings + 1,
                arrival.messageId(),
                now,
                false,
                with(entry),
                version + 1);
    }

    /** The same letter with its parking known to be said. */
    public Letter marked() {
        return to(state, body, true, history);
    }

    public Letter edited(String next, String by, Instant now) {
        String note = "body " + Contents.digest(body) + " -> " + Contents.digest(next);
        return to(state, next, announced, with(new Entry(now, "edited", by, note)));
    }

    public Letter replayed(String by, String note, Instant now) {
        return to(LetterState.REPLAYED, body, announced, with(new Entry(now, "replayed", by, note)));
    }

    public Letter discarded(String by, String reason, Instant now) {
        return to(LetterState.DISCARDED, body, announced, with(new Entry(now, "discarded", by, reason)));
    }

    public boolean parked() {
        return state == LetterState.PARKED;
    }

    /** Whether it waits for a person: parked, and known to be said. Until then its parking is being written down. */
    public boolean waits() {
        return parked() && announced;
    }

    private Letter to(LetterState next, String text, boolean told, List<Entry> story) {
        return new Letter(id, jobId, cause, said, text, next, parkings, arrival, parkedAt, told, story, version + 1);
    }

    private List<Entry> with(Entry entry) {
        var longer = new ArrayList<>(history);
        longer.add(entry);
        return longer;
    }
}
