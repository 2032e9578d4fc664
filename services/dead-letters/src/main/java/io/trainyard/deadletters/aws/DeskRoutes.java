package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.deadletters.app.MendLetter;
import io.trainyard.deadletters.app.ReplayLetters;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.letters.app.Audit;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.app.Replays;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Decided;
import io.trainyard.letters.domain.Replay;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desk over HTTP, one method per route of {@code service.yaml}. */
final class DeskRoutes {

    private static final int USUAL_PACE = 50;
    private static final int FASTEST = 100;
    private static final int MOST_LISTED = 100;

    /** A letter that was parked by another clock is listed too. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final Letters letters;
    private final Replays replays;
    private final Audit audit;
    private final MendLetter mend;
    private final ReplayLetters replay;
    private final Clock clock;

    DeskRoutes(Letters letters, Replays replays, Audit audit, MendLetter mend, ReplayLetters replay, Clock clock) {
        this.letters = letters;
        this.replays = replays;
        this.audit = audit;
        this.mend = mend;
        this.replay = replay;
        this.clock = clock;
    }

    DeskAnswer answer(DeskRequest request) {
        try {
            return route(request);
        } catch (UnreadableEvent e) {
            return DeskAnswer.error(400, "the body is not JSON: " + e.getMessage());
        }
    }

    private DeskAnswer route(DeskRequest request) {
        String id = request.parameter("id");
        return switch (request.route()) {
            case "GET /dead-letters" -> causes();
            case "GET /dead-letters/causes/{id}" -> open(id);
            case "GET /dead-letters/letters/{id}" ->
                letters.find(id)
                        .map(letter -> DeskAnswer.json(200, LetterView.of(letter)))
                        .orElseGet(() -> unknown(id));
            case "PUT /dead-letters/letters/{id}" -> decided(id, mend.edit(id, request.body(), request.caller()));
            case "POST /dead-letters/letters/{id}/try" ->
                mend.dryRun(id)
                        .map(decisions -> DeskAnswer.json(200, Map.of("letter", id, "decisions", decisions)))
                        .orElseGet(() -> unknown(id));
            case "POST /dead-letters/letters/{id}/discard" ->
                discard(id, Json.tree(request.body()).path("reason").asText(), request.caller());
            case "POST /dead-letters/replays" -> begin(Json.tree(request.body()), request.caller());
            case "GET /dead-letters/replays/{id}" -> shown(id, replays.find(id));
            case "POST /dead-letters/replays/{id}/resume" -> shown(id, replay.resume(id));
            case "GET /dead-letters/audit" -> DeskAnswer.json(200, Map.of("deeds", audit.newest(MOST_LISTED)));
            default -> DeskAnswer.error(404, "there is nothing here; the desk is at /dead-letters");
        };
    }

    private DeskAnswer causes() {
        List<CauseCount> open = letters.causes().stream()
                .filter(count -> count.open() > 0)
                .sorted(Comparator.comparing(CauseCount::open).reversed())
                .toList();
        long total = open.stream().mapToLong(CauseCount::open).sum();
        return DeskAnswer.json(200, Map.of("open", total, "causes", open));
    }

    private DeskAnswer open(String fingerprint) {
        var some = letters.open(fingerprint, clock.instant().plus(CLOCKS_APART), MOST_LISTED).stream()
                .map(LetterView::of)
                .toList();
        return DeskAnswer.json(200, Map.of("fingerprint", fingerprint, "letters", some));
    }

    private DeskAnswer discard(String id, String reason, String caller) {
        return reason.isBlank()
                ? DeskAnswer.error(400, "a discard needs a reason, which is kept in the audit: {\"reason\": \"...\"}")
                : decided(id, mend.discard(id, reason, caller));
    }

    private DeskAnswer begin(JsonNode asked, String caller) {
        int pace = asked.path("perSecond").asInt(USUAL_PACE);
        if (pace < 1 || pace > FASTEST) {
            return DeskAnswer.error(400, "perSecond must be from 1 to " + FASTEST + ", not " + asked.path("perSecond"));
        }
        if (asked.path("all").asBoolean()) {
            return DeskAnswer.json(202, view(replay.all(caller, pace)));
        }
        if (asked.hasNonNull("cause")) {
            String cause = asked.path("cause").asText();
            return started(replay.cause(cause, caller, pace), "there is no open letter of the cause " + cause);
        }
        if (asked.hasNonNull("letter")) {
            String letter = asked.path("letter").asText();
            return started(replay.letter(letter, caller), "there is no parked letter " + letter);
        }
        return DeskAnswer.error(
                400, "say what to replay: {\"letter\": ID}, {\"cause\": FINGERPRINT} or {\"all\": true}");
    }

    private DeskAnswer started(Optional<Replay> begun, String otherwise) {
        return begun.map(found -> DeskAnswer.json(202, view(found)))
                .orElseGet(() -> DeskAnswer.error(404, otherwise + "; GET /dead-letters lists what waits"));
    }

    private DeskAnswer shown(String id, Optional<Replay> found) {
        return found.map(one -> DeskAnswer.json(200, view(one)))
                .orElseGet(() -> DeskAnswer.error(404, "there is no replay " + id));
    }

    private Map<String, Object> view(Replay one) {
        return Map.of(
                "id", one.id(),
                "what", one.what(),
                "by", one.by(),
                "startedAt", one.startedAt(),
                "total", one.total(),
                "done", replays.done(one.id()),
                "state", one.over() ? "DONE" : "RUNNING");
    }

    private static DeskAnswer decided(String id, Decided decided) {
        return switch (decided) {
            case Decided.Done done -> DeskAnswer.json(200, Map.of("letter", id, "message", done.message()));
            case Decided.Unknown none -> unknown(id);
            case Decided.Impossible no -> DeskAnswer.error(409, no.message());
        };
    }

    private static DeskAnswer unknown(String id) {
        return DeskAnswer.error(404, "there is no letter " + id + "; GET /dead-letters lists what waits");
    }
}
