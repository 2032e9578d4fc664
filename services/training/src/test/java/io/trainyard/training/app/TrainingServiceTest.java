package io.trainyard.training.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.TrainingFailed;
import io.trainyard.events.Unrouted;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.fakes.InMemoryStepTimers;
import io.trainyard.steps.app.LeaseHeld;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.ResourceChange;
import io.trainyard.steps.domain.StepSettings;
import io.trainyard.training.domain.SampleTraining;
import io.trainyard.training.domain.TrainingReport;
import io.trainyard.training.domain.TrainingTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The protocol's sections 3 and 4 on a training step. */
class TrainingServiceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AttemptKey KEY = new AttemptKey("job1", 1, "train", 1);
    private static final String NAME = "ty-test-job1-train-1-1";

    private final InMemoryTrainingJobs jobs = new InMemoryTrainingJobs();
    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final InMemoryBus bus = new InMemoryBus();
    private final InMemoryStepTimers timers = new InMemoryStepTimers();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final StepService service = new StepService(
            new TrainingWork(jobs, prefix -> Optional.empty(), "ty-test", "bucket"),
            new StepStores(attempts, bus, timers, new MovingClock(), StepSettings.defaults("ty-test")),
            () -> "owner");

    @Test
    void launchesAReleasedStepOnceHoweverOftenTheEventComes() {
        service.hear(accepted());
        service.hear(accepted());
        assertThat(jobs.created).singleElement().satisfies(job -> {
            assertThat(job.name()).isEqualTo(NAME);
            assertThat(job.instanceType()).isEqualTo("ml.m5.large");
            assertThat(job.places().output()).isEqualTo("s3://bucket/jobs/job1/");
        });
        assertThat(bus.names()).containsExactly("training-started");
        assertThat(state()).isEqualTo(AttemptState.LAUNCHED);
        assertThat(timers.all()).containsEntry(KEY, NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void settlesACompletedJobFromItsEventWithoutADescribe() {
        service.hear(accepted());
        jobs.reports.clear();
        service.changed(completedEvent());
        Releasing said = (Releasing) bus.said().getLast();
        assertThat(said.fact()).isInstanceOf(TrainingCompleted.class);
        assertThat(said.route().next()).singleElement().satisfies(next -> {
            assertThat(next.step()).isEqualTo("model");
            assertThat(next.attempt()).isEqualTo(1);
        });
        assertThat(said.route().position().done().get("train").artifact()).isEqualTo("s3://b/m.tar.gz");
        assertThat(state()).isEqualTo(AttemptState.SAID);
        assertThat(timers.all()).isEmpty();
    }

    @Test
    void saysTheSameEventUnderTheSameIdWhenTheEndComesTwice() {
        service.hear(accepted());
        service.changed(completedEvent());
        service.changed(completedEvent());
        assertThat(bus.names()).containsExactly("training-started", "training-completed");
    }

    @Test
    void settlesAnEndThatComesBeforeCreateHasReturned() {
        jobs.duringCreate = () -> service.changed(completedEvent());
        service.hear(accepted());
        assertThat(state()).isEqualTo(AttemptState.SAID);
        assertThat(bus.names()).contains("training-completed");
    }

    @Test
    void doesNotWaitForTheLeaseWhereCapacityIsRefusedBeforeCreateHasReturned() {
        jobs.duringCreate = () -> service.changed(failedEvent("CapacityError: Unable to provision"));
        service.hear(accepted());
        assertThat(state()).isEqualTo(AttemptState.SAID);
        assertThat(bus.names()).containsOnlyOnce("capacity-error");
    }

    @Test
    void tellsWhoseFaultAFailureIsAndThatTheRunIsOver() {
        service.hear(accepted());
        jobs.reports.put(NAME, failed("AlgorithmError: row 7, column bill: not a number\n"));
        service.tick(KEY);
        Standing said = (Standing) bus.said().getLast();
        assertThat(said.route().over()).isTrue();
        assertThat(((TrainingFailed) said.fact()).failure()).satisfies(failure -> {
            assertThat(failure.type()).isEqualTo(FailureClass.CALLER);
            assertThat(failure.cause()).isEqualTo("AlgorithmError: row 7, column bill: not a number");
        });
    }

    @Test
    void failsAStepThatSageMakerRefusesForGood() {
        jobs.refusal = Optional.of(new Failure(FailureClass.CALLER, "no such image", "mend it"));
        service.hear(accepted());
        assertThat(bus.names()).containsExactly("training-failed");
        assertThat(state()).isEqualTo(AttemptState.SAID);
    }

    @Test
    void leavesAClaimToItsOwnerWhileTheLeaseLives() {
        jobs.duringCreate = () -> {
            throw new IllegalStateException("throttled");
        };
        assertThatThrownBy(() -> service.hear(accepted())).hasMessage("throttled");
        jobs.duringCreate = () -> {};
        assertThatThrownBy(() -> service.hear(accepted())).isInstanceOf(LeaseHeld.class);
        assertThat(jobs.created).isEmpty();
        now.set(NOON.plus(Duration.ofMinutes(2)));
        service.hear(accepted());
        assertThat(jobs.created).hasSize(1);
    }

    @Test
    void stopsWhatWasCreatedWhileTheRunWasCancelled() {
        jobs.duringCreate = () -> service.hear(cancel());
        service.hear(accepted());
        assertThat(jobs.created).hasSize(1);
        assertThat(jobs.stopped).contains(NAME);
        assertThat(state()).isEqualTo(AttemptState.STOPPED);
        assertThat(bus.names()).doesNotContain("training-completed", "training-failed");
    }

    @Test
    void launchesNothingForARunThatWasCancelledBefore() {
        service.hear(cancel());
        service.hear(accepted());
        assertThat(jobs.created).isEmpty();
        assertThat(state()).isEqualTo(AttemptState.STOPPED);
    }

    @Test
    void launchesNothingAfterTheDeadline() {
        now.set(NOON.plus(Duration.ofDays(2)));
        service.hear(accepted());
        assertThat(jobs.created).isEmpty();
        assertThat(attempts.find(KEY)).isEmpty();
    }

    /** The timer comes after the claim: a message that died in between and is replayed after the deadline is all that row has. */
    @Test
    void stopsAClaimThatWasLeftBehindWhenItsReleaseComesAgainAfterTheDeadline() {
        dieBetweenClaimAndTimer();
        now.set(NOON.plus(Duration.ofDays(2)));
        service.hear(accepted());
        assertThat(state()).isEqualTo(AttemptState.STOPPED);
        assertThat(timers.all()).isEmpty();
        assertThat(bus.names()).isEmpty();
    }

    /** It may have been launched, so it cannot be given up; and its message is gone. */
    @Test
    void givesAClaimThatWasLeftBehindATimerWhenItsReleaseIsDiscarded() {
        dieBetweenClaimAndTimer();
        service.discard(accepted(), "nobody needs it", "ann");
        assertThat(timers.all()).containsOnlyKeys(KEY);
        assertThat(bus.names()).isEmpty();
        now.set(NOON.plus(Duration.ofHours(1)));
        service.tick(KEY);
        assertThat(bus.names()).containsExactly("training-started");
    }

    @Test
    void catchesALostEventByOneLookAtTheTimer() {
        service.hear(accepted());
        jobs.reports.put(
                NAME,
                new TrainingReport("Completed", "Completed", "s3://b/m.tar.gz", Map.of(), TrainingTimes.of(60), null));
        service.tick(KEY);
        assertThat(bus.names()).endsWith("training-completed");
    }

    @Test
    void doesNotTrainAgainInALaterRunWhatIsDone() {
        service.hear(accepted());
        service.changed(completedEvent());
        service.hear(accepted(2));
        assertThat(jobs.created).hasSize(1);
        Releasing said = (Releasing) bus.said().getLast();
        assertThat(said.route().position().run()).isEqualTo(2);
        assertThat(said.route().position().done().get("train").artifact()).isEqualTo("s3://b/m.tar.gz");
    }

    @Test
    void reportsAnOrphanToItsCaller() {
        assertThat(service.changed(completedEvent())).isFalse();
    }

    private void dieBetweenClaimAndTimer() {
        jobs.duringCreate = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> service.hear(accepted())).hasMessage("killed");
        timers.all().forEach((key, at) -> timers.remove(key));
        jobs.duringCreate = () -> {};
    }

    private AttemptState state() {
        return attempts.find(KEY).orElseThrow().state();
    }

    private static TrainingReport failed(String reason) {
        return new TrainingReport("Failed", "Failed", null, Map.of(), TrainingTimes.of(5), reason);
    }

    private static ResourceChange completedEvent() {
        ObjectNode detail = ended("Completed").put("BillableTimeInSeconds", 60);
        detail.putObject("ModelArtifacts").put("S3ModelArtifacts", "s3://b/m.tar.gz");
        return change(detail);
    }

    private static ResourceChange failedEvent(String reason) {
        return change(ended("Failed").put("FailureReason", reason));
    }

    private static ObjectNode ended(String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("TrainingJobName", NAME)
                .put("TrainingJobStatus", status);
    }

    private static ResourceChange change(ObjectNode detail) {
        var name = io.trainyard.events.ResourceName.parse(NAME).orElseThrow();
        return new ResourceChange(name, "SageMaker Training Job State Change", detail);
    }

    private static Event accepted() {
        return accepted(1);
    }

    private static Event accepted(int run) {
        var empty = JsonNodeFactory.instance.objectNode();
        Plan plan = Plan.draw(List.of(
                new PlannedStep("train", "training", List.of(), Json.tree(SampleTraining.SPEC)),
                new PlannedStep("model", "model", List.of("train"), empty)));
        var position = Position.start(run, NOON.plus(Duration.ofDays(1)), plan);
        return new Releasing(metadata("accepted-" + run), position.open().getFirst(), new JobAccepted("n", "s"));
    }

    private static Event cancel() {
        return new Unrouted(metadata("cancel"), new JobCancelRequested(1, "somebody"));
    }

    private static Metadata metadata(String id) {
        return new Metadata(id, "job1", id, "request", NOON, 1);
    }

    private final class MovingClock extends Clock {

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
