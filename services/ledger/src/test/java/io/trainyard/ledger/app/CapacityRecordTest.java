package io.trainyard.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.CapacityError;
import io.trainyard.events.Event;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.SpotReport;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.TrainingStarted;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.StepOutput;
import io.trainyard.ledger.domain.Heard;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.StepState;
import io.trainyard.ledger.domain.Story;
import io.trainyard.ledger.domain.Tried;
import io.trainyard.measures.Measures;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the record tells of the instances that a step did not get, and of spot. */
class CapacityRecordTest {

    private static final int LARGEST_ITEM = 400 * 1024;

    private final InMemoryBooks books = new InMemoryBooks();
    private final Ledger ledger =
            new Ledger(books, events -> {}, Clock.fixed(Story.START, ZoneOffset.UTC), Measures.NONE);
    private final Releasing accepted = (Releasing) new Story(1).accepted();

    @BeforeEach
    void aJobIsAccepted() {
        ledger.hear(accepted);
    }

    @Test
    void tellsEachTryWithReasonAndTimeAndWhatWasNeverTried() {
        ledger.hear(refused(1));
        ledger.hear(
                event("delayed", new JobDelayed("train", 1, Story.START, "none", List.of("ml.a"), 1, List.of("ml.b"))));

        assertThat(train().tries())
                .containsExactly(new Tried(
                        1, "ml.a", false, FailureClass.CAPACITY, "CapacityError: none", Story.START.plusSeconds(1)));
        assertThat(train().leftOut()).containsExactly("ml.b");
    }

    @Test
    void fitsIntoItsRowHoweverOftenAStepIsTried() {
        int tries = 2_000;
        for (int attempt = 1; attempt < tries; attempt++) {
            books.keep(refused(attempt));
        }
        ledger.hear(refused(tries));

        assertThat(Json.write(record())).hasSizeLessThan(LARGEST_ITEM);
        assertThat(record().events().size() + record().eventsLeftOut()).isEqualTo(1 + tries);
        assertThat(record().events().getFirst().name()).isEqualTo("job-accepted");
        assertThat(record().events().getLast()).extracting(Heard::attempt).isEqualTo(tries);
        assertThat(train().tries().getLast().attempt()).isEqualTo(tries);
    }

    @Test
    void tellsWhatSpotSaved() {
        ledger.hear(event("started", new TrainingStarted("train", 1, "name", "ml.a", true)));
        assertThat(train().spot().used()).isTrue();
        ledger.hear(completed("ml.p3.2xlarge"));

        assertThat(train().spot()).satisfies(spot -> {
            assertThat(spot.savedSeconds()).isEqualTo(70);
            assertThat(spot.savedPercent()).isEqualTo(70);
            assertThat(spot.savedUsd()).isEqualByComparingTo("0.0744");
            assertThat(spot.price()).isEqualTo("3.825 USD an hour on-demand in us-east-1 as of 2026-11-25");
            assertThat(spot.interruptions()).isEqualTo(2);
            assertThat(spot.lastCheckpointAt()).isEqualTo(Story.START);
            assertThat(spot.warning()).contains("1000 s old");
        });
    }

    @Test
    void saysWhereItHasNoPriceAndNamesNoMoney() {
        ledger.hear(completed("ml.a"));

        assertThat(train().spot().savedPercent()).isEqualTo(70);
        assertThat(train().spot().savedUsd()).isNull();
        assertThat(train().spot().price()).isEqualTo("no on-demand price is known for ml.a");
    }

    @Test
    void saysThatAnAttemptIsNotOnSpot() {
        ledger.hear(event("started", new TrainingStarted("train", 1, "name", "ml.a", false)));

        assertThat(train().spot().used()).isFalse();
    }

    private Event completed(String instanceType) {
        var report = new SpotReport(100, 2, Story.START, "the newest checkpoint was 1000 s old");
        var fact = new TrainingCompleted("train", 1, "name", "s3://b/m", Map.of(), 30, instanceType, report);
        var route = accepted.route()
                .position()
                .complete("train", StepOutput.trained("s3://b/m", "image", Map.of()))
                .getFirst();
        return new Releasing(metadata("completed"), route, fact);
    }

    private Event refused(int attempt) {
        var failure = new Failure(FailureClass.CAPACITY, "CapacityError: none", "wait");
        var fact = new CapacityError("train", attempt, failure, "ml.a", List.of("ml.a"), false);
        var metadata =
                new Metadata("refused-" + attempt, Story.JOB, "cause", "request", Story.START.plusSeconds(attempt), 1);
        return new Standing(metadata, accepted.route().position(), fact);
    }

    private Event event(String id, StandingFact fact) {
        return new Standing(metadata(id), accepted.route().position(), fact);
    }

    private static Metadata metadata(String id) {
        return new Metadata(id, Story.JOB, "cause", "request", Story.START, 1);
    }

    private StepState train() {
        return record().steps().getFirst();
    }

    private JobRecord record() {
        return books.record(Story.JOB).orElseThrow();
    }
}
