package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Audit;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.app.Replays;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Deed;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Replay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replays letters in handfuls: each handful is one message of the desk to itself, so that a replay of any size outlives every function,
 * and goes on by itself after a kill.
 */
public final class ReplayLetters {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Letters letters;
    private final Replays replays;
    private final Audit audit;
    private final SendBack sendBack;
    private final ServiceQueues queues;
    private final Surroundings here;

    /** Time, and what draws an id for each replay. */
    public record Surroundings(Clock clock, Supplier<String> ids) {}

    public ReplayLetters(
            Letters letters,
            Replays replays,
            Audit audit,
            SendBack sendBack,
            ServiceQueues queues,
            Surroundings surroundings) {
        this.letters = letters;
        this.replays = replays;
        this.audit = audit;
        this.sendBack = sendBack;
        this.queues = queues;
        this.here = surroundings;
    }

    /** Begins a replay of every open letter. */
    public Replay all(String by, int perSecond) {
        List<CauseCount> open = open();
        long total = open.stream().mapToLong(CauseCount::open).sum();
        return begin("all", by, perSecond, total, fingerprints(open));
    }

    /** Begins a replay of one cause; empty where it has no open letter. */
    public Optional<Replay> cause(String fingerprint, String by, int perSecond) {
        return open().stream()
                .filter(count -> count.fingerprint().equals(fingerprint))
                .findFirst()
                .map(count -> begin("cause " + fingerprint, by, perSecond, count.open(), List.of(fingerprint)));
    }

    /** Replays one letter; empty where it does not wait. */
    public Optional<Replay> letter(String id, String by) {
        return letters.find(id).filter(Letter::waits).map(letter -> {
            var replay = new Replay(
                    here.ids().get(), "letter " + id, by, here.clock().instant(), 1, 1, List.of(), null);
            replays.write(replay);
            write(replay, "running");
            sendBack.replay(List.of(letter), by, replay.id());
            return end(replay);
        });
    }

    /** Brings a replay on that has been interrupted, or is going on; harmless in every case. */
    public Optional<Replay> resume(String id) {
        Optional<Replay> replay = replays.find(id);
        replay.filter(found -> !found.over()).ifPresent(found -> queues.goOn(id, Duration.ZERO));
        return replay;
    }

    /** The next handful of a replay. May come again, and several times at once. */
    public void goOn(String id) {
        replays.find(id).filter(replay -> !replay.over()).ifPresent(this::handful);
    }

    private void handful(Replay replay) {
        if (replay.causes().isEmpty()) {
            end(replay);
            return;
        }
        Instant began = here.clock().instant();
        List<Letter> some = letters.open(replay.causes().getFirst(), replay.startedAt(), replay.perSecond());
        boolean left = false;
        for (int from = 0; from < some.size(); from += Letters.TOGETHER) {
            // The list may be a moment behind.
            List<Letter> now = some.subList(from, Math.min(from + Letters.TOGETHER, some.size())).stream()
                    .flatMap(listed -> letters.find(listed.id()).stream())
                    .toList();
            sendBack.replay(now, replay.by(), replay.id());
            left |= now.stream().anyMatch(letter -> letter.waits() || !letter.parked());
        }
        // Those whose parking is still being written down come in a later replay: to wait for them would be to ask
        // every second.
        replays.write(left ? replay : replay.withoutFirst());
        queues.goOn(replay.id(), left ? pauseAfter(began) : Duration.ZERO);
    }

    /** A handful that took its second has kept the pace. */
    private Duration pauseAfter(Instant began) {
        Duration took = Duration.between(began, here.clock().instant());
        return took.compareTo(PAUSE) < 0 ? PAUSE : Duration.ZERO;
    }

    private Replay begin(String what, String by, int perSecond, long total, List<String> causes) {
        var replay = new Replay(here.ids().get(), what, by, here.clock().instant(), perSecond, total, causes, null);
        replays.write(replay);
        write(replay, "running");
        queues.goOn(replay.id(), Duration.ZERO);
        return replay;
    }

    private Replay end(Replay replay) {
        Replay ended = replay.ended(here.clock().instant());
        replays.write(ended);
        write(ended, replays.done(replay.id()) + " of " + replay.total() + " replayed");
        return ended;
    }

    private void write(Replay replay, String outcome) {
        audit.write(new Deed(replay.id(), replay.startedAt(), replay.by(), "replay", replay.what(), outcome));
    }

    private List<CauseCount> open() {
        return letters.causes().stream().filter(count -> count.open() > 0).toList();
    }

    private static List<String> fingerprints(List<CauseCount> counts) {
        return counts.stream().map(CauseCount::fingerprint).toList();
    }
}
