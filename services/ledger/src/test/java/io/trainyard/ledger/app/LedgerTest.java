package io.trainyard.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.JobRejected;
import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.Unrouted;
import io.trainyard.events.Violation;
import io.trainyard.events.route.Release;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.ledger.domain.StatusAt;
import io.trainyard.ledger.domain.StepState;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOW = Story.START.plusSeconds(100_000);

    private final InMemoryBooks books = new InMemoryBooks();
    private final List<Event> said = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<String> measured = new ArrayList<>();
    private final Ledger ledger = new Ledger(
            books,
            said::addAll,
            clock,
            (measure, value, about) ->
                    measured.add(measure + " " + value + " " + about.getOrDefault("step", about.get("jobId"))));
    private final Story story = new Story(1);

    @Test
    void tellsTheWholeStoryOfAJobThatServes() {
        story.whole().forEach(ledger::hear);

        JobRecord record = record();
        assertThat(record.status()).isEqualTo(JobStatus.READY);
        assertThat(record.history())
                .extracting(StatusAt::status)
                .containsExactly(
                        JobStatus.TRAINING_MODEL,
                        JobStatus.CREATING_MODEL,
                        JobStatus.CONFIGURING_ENDPOINT,
                        JobStatus.DEPLOYING_ENDPOINT,
                        JobStatus.READY);
        assertThat(record.name()).isEqualTo("penguins");
        assertThat(record.artifacts().modelOutput()).isEqualTo("s3://out/model.tar.gz");
        assertThat(record.artifacts().modelArn()).isEqualTo("arn:model");
        assertThat(record.artifacts().endpointArn()).isEqualTo(Story.ENDPOINT_ARN);
        assertThat(record.artifacts().endpointConfigArn())
                .isEqualTo("arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/ty-local-job1-endpoint-1-1");
        assertThat(record.steps()).extracting(StepState::state).containsExactly("done", "done", "done");
        assertThat(record.steps().getFirst().metrics()).containsEntry("validation:accuracy", 0.97);
        assertThat(record.billableSeconds()).isEqualTo(42);
        assertThat(record.events()).hasSize(7);
        assertThat(record.events().getLast().source()).isEqualTo("trainyard.ledger");
        assertThat(said).extracting(Event::name).containsExactly("job-completed");
    }

    @Test
    void showsAnArtifactAsSoonAsItExists() {
        ledger.hear(story.accepted());
        assertThat(record().status()).isEqualTo(JobStatus.TRAINING_MODEL);
        assertThat(record().artifacts().modelOutput()).isNull();
        ledger.hear(story.started());
        ledger.hear(story.trained());

        assertThat(record().status()).isEqualTo(JobStatus.CREATING_MODEL);
        assertThat(record().artifacts().modelOutput()).isEqualTo("s3://out/model.tar.gz");
        assertThat(record().artifacts().endpointArn()).isNull();
        assertThat(record().steps()).extracting(StepState::state).containsExactly("done", "released", "planned");
    }

    @Test
    void showsTheOldEndpointLeavingBeforeTheNewOneIsReady() {
        List.of(
                        story.accepted(),
                        story.started(),
                        story.trained(),
                        story.registered(),
                        story.deploying(),
                        story.readyRetiring())
                .forEach(ledger::hear);

        assertThat(record().history())
                .extracting(StatusAt::status)
                .endsWith(JobStatus.DEPLOYING_ENDPOINT, JobStatus.DELETING_OLD_ENDPOINT, JobStatus.READY);
    }

    @Test
    void failsTheRunOnceWithTheStepsOwnWords() {
        var failed = List.of(story.accepted(), story.started(), story.trainingFailed());
        failed.forEach(ledger::hear);
        failed.forEach(ledger::hear);

        assertThat(record().status()).isEqualTo(JobStatus.ERROR);
        assertThat(record().trouble().error()).isEqualTo("training-failed");
        assertThat(record().trouble().errorCause()).isEqualTo("row 7, column width: 'wide' is no number");
        assertThat(record().trouble().failureClass()).isEqualTo(FailureClass.CALLER);
        assertThat(said).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("job-failed");
            assertThat(event.position().orElseThrow().over()).isTrue();
        });
    }

    @Test
    void failsAnOpenRunAtItsDeadlineAndNamesWhereItWasLastSeen() {
        List.of(story.accepted(), story.started(), story.trained(), story.deadline())
                .forEach(ledger::hear);

        assertThat(said).singleElement().satisfies(event -> {
            var failed = (JobFailed) event.fact();
            assertThat(failed.step()).isEqualTo("model");
            assertThat(failed.failure().type()).isEqualTo(FailureClass.PLATFORM);
        });
        assertThat(record().trouble().error()).isEqualTo("job-deadline-passed");
    }

    @Test
    void namesServiceStepEventAndTimeOfTheEventThatNobodyHeard() {
        ledger.hear(story.accepted(), "trainyard.intake");
        ledger.hear(story.started(), "trainyard.training");
        ledger.hear(story.trained(), "trainyard.training");
        ledger.hear(story.deadline(), "trainyard.intake");

        assertThat(record().trouble().errorCause())
                .contains("it was last seen in step model (model): training said training-completed at "
                        + "2026-11-25T10:02:00Z, which released it, and nothing was heard of it since");
    }

    @Test
    void namesTheLastWordOfAStepThatNeverEnded() {
        ledger.hear(story.accepted(), "trainyard.intake");
        ledger.hear(story.started(), "trainyard.training");
        ledger.hear(story.deadline(), "trainyard.intake");

        assertThat(record().trouble().errorCause())
                .contains("it was last seen in step train (training): training said training-started at "
                        + "2026-11-25T10:01:00Z, and nothing was heard of it since");
    }

    @Test
    void aNudgeSaysTheLastReleaseOfWhatIsOpenAgainUnderItsOwnId() {
        List.of(story.accepted(), story.started(), story.trained()).forEach(ledger::hear);

        ledger.hear(story.unrouted("nudge", new JobNudgeRequested(1, "ann")));
        ledger.hear(story.unrouted("nudge again", new JobNudgeRequested(1, "ann")));

        assertThat(said).hasSize(2).allSatisfy(event -> {
            var releasing = (Releasing) event;
            assertThat(event.name()).isEqualTo("step-released");
            assertThat(event.metadata().id())
                    .isEqualTo(EventIds.ofStep(Story.JOB, 1, "model", 1, EventType.STEP_RELEASED));
            assertThat(releasing.route().next()).extracting(Release::step).containsExactly("model");
            assertThat(releasing.route().position().done()).containsOnlyKeys("train");
        });
        assertThat(record().status()).isEqualTo(JobStatus.CREATING_MODEL);
    }

    @Test
    void aNudgeOfADecidedRunSaysItsVerdictAgain() {
        story.whole().forEach(ledger::hear);
        ledger.hear(story.unrouted("nudge", new JobNudgeRequested(1, "ann")));

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).isEqualTo(said.get(0));
    }

    @Test
    void letsADeadlineAfterTheEndChangeNothing() {
        story.whole().forEach(ledger::hear);
        ledger.hear(story.deadline());
        ledger.hear(story.cancel());

        assertThat(record().status()).isEqualTo(JobStatus.READY);
        assertThat(said).hasSize(1);
    }

    @Test
    void cancelsAnOpenRunAndKeepsToItWhateverComesLater() {
        ledger.hear(story.accepted());
        ledger.hear(story.cancel());
        story.whole().forEach(ledger::hear);

        assertThat(record().status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(said).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("job-cancelled");
            assertThat(event.position().orElseThrow().over()).isTrue();
        });
    }

    @Test
    void waitsForARouteBeforeItCancels() {
        Event accepted = story.accepted();
        ledger.hear(story.cancel());
        assertThat(said).isEmpty();
        ledger.hear(accepted);
        assertThat(said).extracting(Event::name).containsExactly("job-cancelled");
    }

    @Test
    void showsTheNewestRunAndKeepsTheHistoryOfTheOlder() {
        List.of(story.accepted(), story.started(), story.trainingFailed()).forEach(ledger::hear);
        new Story(2).whole().forEach(ledger::hear);

        assertThat(record().status()).isEqualTo(JobStatus.READY);
        assertThat(record().run()).isEqualTo(2);
        assertThat(record().history()).extracting(StatusAt::status).contains(JobStatus.ERROR);
        assertThat(record().trouble().error()).isNull();
        assertThat(said).extracting(Event::name).containsExactly("job-failed", "job-completed");
    }

    @Test
    void tellsWhyAndUntilWhenAStepWaits() {
        ledger.hear(story.accepted());
        Instant next = NOW.plusSeconds(600);
        ledger.hear(
                story.standing("train", new JobDelayed("train", 1, next, "no slot is free", List.of(), null, null)));

        assertThat(record().waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).isEqualTo("no slot is free"));
        ledger.hear(story.started());
        assertThat(record().waiting()).isEmpty();
    }

    @Test
    void showsAParkedMessageOverTheStatusUntilTheJobMovesOn() {
        ledger.hear(story.accepted());
        ledger.hear(story.unrouted(
                "parked", new MessageParked("training", "job-accepted", "no verdict", "f1", null, null)));
        assertThat(record().status()).isEqualTo(JobStatus.PARKED);
        assertThat(record().history()).extracting(StatusAt::status).containsExactly(JobStatus.TRAINING_MODEL);

        ledger.hear(story.started());
        assertThat(record().status()).isEqualTo(JobStatus.TRAINING_MODEL);
        assertThat(record().parked()).isEmpty();
    }

    @Test
    void showsAParkedMessageOfTheDeskUntilItIsReplayedOrDiscarded() {
        ledger.hear(story.accepted());
        Event parked = story.unrouted(
                "parked", new MessageParked("models", "job-accepted", "no verdict", "f1", "letter-1", null));
        ledger.hear(parked);
        ledger.hear(story.started());
        assertThat(record().status()).isEqualTo(JobStatus.PARKED);

        var unparked = new MessageUnparked(parked.metadata().id(), "letter-1", "replayed", "ann");
        ledger.hear(story.unrouted("unparked", unparked));
        assertThat(record().status()).isEqualTo(JobStatus.TRAINING_MODEL);
        assertThat(record().parked()).isEmpty();
    }

    @Test
    void keepsNoRecordOfAMessageThatNamesNoJob() {
        var fact = new MessageParked("training", "unreadable", "no JSON", "f1", "letter-1", null);
        ledger.hear(
                new Unrouted(new Metadata("e1", MessageParked.NO_JOB, "e1", "e1", java.time.Instant.EPOCH, 1), fact));

        assertThat(books.file(MessageParked.NO_JOB).size()).isZero();
    }

    @Test
    void recordsARefusedRequestWithEveryReason() {
        var violation = new Violation("/name", "is required", "write \"name\": \"my-model\"");
        ledger.hear(story.unrouted("no", new JobRejected("shop.orders", List.of(violation))));

        assertThat(record().status()).isEqualTo(JobStatus.REJECTED);
        assertThat(record().violations()).containsExactly(violation);
        assertThat(said).isEmpty();
    }

    @Test
    void tellsWhyAResumeWasRefusedUntilTheNextRunIsOpen() {
        List.of(story.accepted(), story.started(), story.trainingFailed()).forEach(ledger::hear);
        var violation = new Violation("/steps/0/spec/maxRuntimeSeconds", "must be at most 86400", "use less");
        ledger.hear(story.unrouted("resume", new JobRejected("ann", List.of(violation))));

        assertThat(record().status()).isEqualTo(JobStatus.ERROR);
        assertThat(record().violations()).containsExactly(violation);
        assertThat(record().plan()).as("what a resume may change").isNotEmpty();

        ledger.hear(new Story(2).accepted());
        assertThat(record().violations()).isEmpty();
    }

    @Test
    void saysItsVerdictAgainWhereAKillCameBeforeTheMark() {
        var killed = new Ledger(
                books,
                events -> {
                    said.addAll(events);
                    throw new IllegalStateException("killed");
                },
                clock,
                Measures.NONE);
        story.whole().subList(0, 5).forEach(ledger::hear);
        Event end = new Story(1).whole().getLast();
        assertThatThrownBy(() -> killed.hear(end)).hasMessage("killed");
        ledger.hear(end);
        ledger.hear(end);

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isEqualTo(said.getLast());
    }

    @Test
    void judgesNothingASecondTimeWhenItsBooksAreFilledByAReplay() {
        var first = new InMemoryBooks();
        var spoken = new ArrayList<Event>();
        var before = new Ledger(first, spoken::addAll, clock, Measures.NONE);
        story.whole().forEach(before::hear);
        ledger.hear(spoken.getFirst());
        new Story(1).whole().forEach(ledger::hear);

        assertThat(said).isEmpty();
        assertThat(record().status()).isEqualTo(JobStatus.READY);
    }

    /** Each event of the story is a minute after the one before; ml.m5.large is 0.115 USD an hour, and 42 s are billed. */
    @Test
    void measuresARunOnceWhenItIsDecided() {
        story.whole().forEach(ledger::hear);
        new Story(1).whole().forEach(ledger::hear);
        ledger.hear(story.unrouted("nudge", new JobNudgeRequested(1, "ann")));

        assertThat(measured)
                .containsExactly(
                        "STEP_DURATION 60.0 train",
                        "STEP_DURATION 60.0 model",
                        "STEP_DURATION 60.0 endpoint",
                        "JOB_COST 0.0013 job1");
    }

    @Test
    void measuresHowLongAStepWaitedAndHowManyAttemptsItNeeded() {
        ledger.hear(story.accepted());
        var delayed = new JobDelayed("train", 1, Story.START, "no capacity", List.of("ml.m5.large"), 1, null);
        ledger.hear(story.standing("train", delayed));
        ledger.hear(story.releasedAgain("train", 2));
        ledger.hear(story.trainingFailed(2));

        assertThat(record().steps().getFirst().waitedSeconds()).isEqualTo(60);
        assertThat(measured).containsExactly("STEP_DURATION 60.0 train", "DELAY 60.0 train", "STEP_RETRIES 1.0 train");
    }

    @Test
    void countsTheTrainingOfAnOlderRunNoSecondTime() {
        story.whole().forEach(ledger::hear);
        measured.clear();
        new Story(2).whole().forEach(ledger::hear);

        assertThat(measured).contains("STEP_DURATION 60.0 endpoint").noneMatch(line -> line.startsWith("JOB_COST"));
    }

    private JobRecord record() {
        return books.record(Story.JOB).orElseThrow();
    }
}
