package io.trainyard.deadletters.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.letters.domain.Arrival;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Decided;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.LetterState;
import io.trainyard.letters.domain.Replay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk's whole business on fakes: in, shown, mended, back, given up. */
class DeskTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final InMemoryLetters letters = new InMemoryLetters();
    private final InMemoryReplays replays = new InMemoryReplays(letters);
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemoryQueues queues = new InMemoryQueues();
    private final InMemoryBus bus = new InMemoryBus();
    private final ParkMessage park = new ParkMessage(letters, bus, NOON, "ty-test");
    private final SendBack sendBack = new SendBack(letters, queues, bus, NOON);
    private final ReplayLetters replay = new ReplayLetters(
            letters, replays, audit, sendBack, queues, new ReplayLetters.Surroundings(NOON, () -> "replay-1"));
    private final MendLetter mend =
            new MendLetter(letters, sendBack, (service, body) -> List.of("claim it"), audit, NOON);

    @Test
    void parksAMessageOnceAndSaysSoOnceHoweverOftenItComes() {
        park.park(dead("m1", release("job1"), "IllegalStateException: the table is gone"));
        park.park(dead("m1", release("job1"), "IllegalStateException: the table is gone"));

        assertThat(letters.all()).singleElement().satisfies(letter -> {
            assertThat(letter.jobId()).isEqualTo("job1");
            assertThat(letter.cause().event()).isEqualTo("step-released");
        });
        assertThat(bus.said()).singleElement().satisfies(event -> {
            assertThat(event.metadata().jobId()).isEqualTo("job1");
            var parked = (MessageParked) event.fact();
            assertThat(parked.letter()).isEqualTo(only().id());
            assertThat(parked.step()).isEqualTo("train");
        });
    }

    @Test
    void parksABatchAtOnceAndEachAloneWhereOneOfThemIsKnown() {
        List<Arrival> batch = List.of(
                dead("m1", release("job1"), "no verdict"),
                dead("m2", envelope("message-parked", "{}"), "no verdict"),
                dead("m3", release("job3"), "no verdict"));

        assertThat(park.together(batch)).isTrue();
        assertThat(park.together(batch)).as("a second copy of the batch").isFalse();
        batch.forEach(park::park);

        assertThat(letters.all()).hasSize(3).allMatch(Letter::waits);
        assertThat(bus.names()).containsExactly("message-parked", "message-parked");
    }

    @Test
    void twoCopiesOfOneMessageInABatchAreParkedAlone() {
        Arrival twice = dead("m1", release("job1"), "no verdict");

        assertThat(park.together(List.of(twice, twice))).isFalse();
        assertThat(letters.all()).isEmpty();
    }

    @Test
    void saysItAfterAKillBetweenKeepingAndSaying() {
        Arrival arrival = dead("m1", release("job1"), "no verdict");
        letters.create(Letter.first(arrival, "ty-test", NOON.instant()));

        park.park(arrival);

        assertThat(bus.names()).containsExactly("message-parked");
    }

    @Test
    void groupsByCauseWhateverIdsNamesAndNumbersAreInIt() {
        park.park(dead("m1", release("job1"), "TimeoutException: ty-local-0f5s8d2g7h4j6k9m1n3p took 31 s"));
        park.park(dead("m2", release("job2"), "TimeoutException: ty-local-1a2b3c4d5e6f7g8h9j1k took 47 s"));
        park.park(dead("m3", release("job3"), "AccessDeniedException: not allowed"));

        assertThat(letters.causes()).extracting(CauseCount::open).containsExactly(2L, 1L);
    }

    @Test
    void aMessageWithoutAJobIsNoticedUnderNoJob() {
        park.park(dead("m1", "{not json", "UnreadableEvent: no JSON"));

        assertThat(bus.said())
                .singleElement()
                .satisfies(event -> assertThat(event.metadata().jobId()).isEqualTo(MessageParked.NO_JOB));
        assertThat(only().cause().event()).isEqualTo("unreadable");
    }

    @Test
    void whatTellsOfParkedMessagesIsKeptAndNeverAnnounced() {
        park.park(dead("m1", envelope("message-parked", "{\"metadata\":{\"jobId\":\"job1\"}}"), "no verdict"));

        assertThat(only().parked()).isTrue();
        assertThat(bus.said()).isEmpty();
    }

    @Test
    void replaysEverythingInHandfulsAndCountsIt() {
        for (int i = 0; i < 7; i++) {
            park.park(dead("m" + i, release("job" + i), i % 2 == 0 ? "no verdict" : "AccessDenied: no"));
        }

        Replay begun = replay.all("ann", 3);
        goOn();

        assertThat(begun.total()).isEqualTo(7);
        assertThat(replays.done("replay-1")).isEqualTo(7);
        assertThat(queues.sent())
                .extracting(InMemoryQueues.Sent::letter)
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(letters.causes()).allMatch(cause -> cause.open() == 0);
        assertThat(audit.newest(9)).singleElement().satisfies(deed -> {
            assertThat(deed.by()).isEqualTo("ann");
            assertThat(deed.outcome()).isEqualTo("7 of 7 replayed");
        });
        assertThat(bus.said().stream().filter(event -> event.fact() instanceof MessageUnparked))
                .hasSize(7);
    }

    @Test
    void aReplayDoesNotWaitForALetterWhoseParkingIsStillBeingWrittenDown() {
        park.park(dead("m1", release("job1"), "no verdict"));
        letters.create(Letter.first(dead("m2", release("job2"), "no verdict"), "ty-test", NOON.instant()));

        replay.all("ann", 3);
        goOn();

        assertThat(queues.sent()).hasSize(1);
        assertThat(replays.find("replay-1").orElseThrow().over()).isTrue();
    }

    @Test
    void goesOnAfterAnInterruptionWithoutSendingAnythingTwice() {
        for (int i = 0; i < 5; i++) {
            park.park(dead("m" + i, release("job" + i), "no verdict"));
        }
        replay.all("ann", 2);
        replay.goOn(queues.next());
        queues.next();

        replay.resume("replay-1");
        goOn();

        assertThat(queues.sent())
                .extracting(InMemoryQueues.Sent::letter)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(replays.find("replay-1").orElseThrow().over()).isTrue();
    }

    @Test
    void pausesOnlyAsLongAsThePaceAsksFor() {
        park.park(dead("m1", release("job1"), "no verdict"));
        var ticking = new Clock() {
            private Instant now = NOON.instant();

            @Override
            public Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        var here = new ReplayLetters.Surroundings(ticking, () -> "replay-1");
        new ReplayLetters(letters, replays, audit, sendBack, queues, here).all("ann", 1);

        new ReplayLetters(letters, replays, audit, sendBack, queues, here).goOn(queues.next());

        assertThat(queues.sent()).hasSize(1);
        assertThat(queues.delays()).as("each handful took a second").containsOnly(Duration.ZERO);
    }

    @Test
    void aReplayThatFailsComesBackAsTheSameLetterWithItsHistory() {
        park.park(dead("m1", release("job1"), "no verdict"));
        replay.letter(only().id(), "ann");
        park.park(new Arrival("training", "m2", release("job1"), "no verdict", Optional.of(only().id())));

        Letter back = only();
        assertThat(back.parked()).isTrue();
        assertThat(back.parkings()).isEqualTo(2);
        assertThat(back.history()).extracting("what").containsExactly("parked", "replayed", "parked");
        assertThat(bus.said())
                .extracting(event -> event.metadata().id())
                .filteredOn(id -> true)
                .hasSize(4);
        assertThat(bus.names())
                .containsExactly("message-parked", "message-unparked", "message-unparked", "message-parked");
    }

    @Test
    void saysEveryParkingWhenTwoCopiesOfAReplayDieAndTheFirstWasNotSaid() {
        park.park(dead("m1", release("job1"), "no verdict"));
        replay.letter(only().id(), "ann");
        Letter sent = only();
        var first = new Arrival("training", "m2", release("job1"), "no verdict", Optional.of(sent.id()));
        letters.replace(sent, sent.again(first, NOON.instant()));

        park.park(new Arrival("training", "m3", release("job1"), "no verdict", Optional.of(sent.id())));

        assertThat(only().parkings()).isEqualTo(3);
        assertThat(bus.said().stream()
                        .filter(event -> event.fact() instanceof MessageParked)
                        .map(event -> event.metadata().id())
                        .distinct())
                .hasSize(3);
    }

    @Test
    void givesUpAReleaseByTellingItsServiceAndNothingElse() {
        park.park(dead("m1", release("job1"), "no verdict"));

        assertThat(mend.discard(only().id(), "", "ann")).isInstanceOf(Decided.Impossible.class);
        assertThat(mend.discard(only().id(), "not worth it", "ann")).isInstanceOf(Decided.Done.class);

        assertThat(only().state()).isEqualTo(LetterState.DISCARDED);
        assertThat(queues.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.service()).isEqualTo("training");
            assertThat(sent.body()).contains("\"discard\"", "not worth it", "step-released");
        });
        assertThat(audit.newest(9))
                .extracting("what", "outcome")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("discard", "given up: not worth it"));
    }

    @Test
    void aFactCanOnlyBeReplayed() {
        park.park(dead("m1", envelope("training-failed", "{\"metadata\":{\"jobId\":\"job1\"}}"), "no verdict"));

        assertThat(mend.discard(only().id(), "old", "ann")).isInstanceOf(Decided.Impossible.class);
        assertThat(only().parked()).isTrue();
    }

    @Test
    void anEditIsHeldAgainstTheSchemaAndKeptInTheHistory() {
        String body = envelope("job-cancel-requested", "{\"metadata\":" + METADATA + ",\"data\":{\"run\":\"first\"}}");
        park.park(dead("m1", body, "UnreadableEvent: run"));

        assertThat(mend.edit(only().id(), body, "ann")).isInstanceOf(Decided.Impossible.class);
        String mended = envelope(
                "job-cancel-requested", "{\"metadata\":" + METADATA + ",\"data\":{\"run\":1,\"requestedBy\":\"ann\"}}");
        assertThat(mend.edit(only().id(), mended, "ann")).isInstanceOf(Decided.Done.class);

        assertThat(only().body()).isEqualTo(mended);
        assertThat(only().history()).extracting("what").containsExactly("parked", "edited");
        assertThat(mend.dryRun(only().id())).contains(List.of("claim it"));
    }

    private static final String METADATA =
            "{\"id\":\"e1\",\"jobId\":\"job1\",\"causationId\":\"e0\",\"correlationId\":\"e0\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"version\":1}";

    private void goOn() {
        for (String next = queues.next(); next != null; next = queues.next()) {
            replay.goOn(next);
        }
    }

    private Letter only() {
        assertThat(letters.all()).hasSize(1);
        return letters.all().iterator().next();
    }

    private static Arrival dead(String messageId, String body, String cause) {
        return new Arrival("training", messageId, body, cause, Optional.empty());
    }

    private static String release(String jobId) {
        return envelope(
                "step-released",
                "{\"metadata\":{\"jobId\":\"" + jobId + "\"},\"route\":{\"next\":[{\"step\":\"train\"}]}}");
    }

    private static String envelope(String type, String detail) {
        return "{\"detail-type\":\"" + type + "\",\"source\":\"trainyard.capacity\",\"detail\":" + detail + "}";
    }
}
