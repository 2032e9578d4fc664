package io.trainyard.training.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.Event;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.Unrouted;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.fakes.InMemoryBuckets;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.fakes.InMemoryStepTimers;
import io.trainyard.pace.NoToken;
import io.trainyard.pace.Rates;
import io.trainyard.pace.TokenPace;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.StepSettings;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Training steps that have to wait for their turn at the control plane, and the sweep. */
class TrainingPaceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryTrainingJobs jobs = new InMemoryTrainingJobs();
    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final InMemoryStepTimers timers = new InMemoryStepTimers();
    private final MovingClock clock = new MovingClock();
    private final InMemoryBus bus = new InMemoryBus();
    private final TokenPace pace = new TokenPace(new InMemoryBuckets(), Rates.of("CreateTrainingJob=1/2"), clock);
    private final StepService service = new StepService(
            new TrainingWork(jobs, prefix -> Optional.empty(), "ty-test", "bucket"),
            new StepStores(attempts, bus, timers, clock, StepSettings.defaults("ty-test"), pace),
            () -> "owner");

    @Test
    void aStepWithoutATokenHasNoRowNoTimerAndNoLeaseAndComesBackInItsTurn() {
        service.hear(accepted("a", "one"));

        assertThatThrownBy(() -> service.hear(accepted("b", "one"))).isInstanceOf(NoToken.class);

        assertThat(attempts.find(key("b"))).isEmpty();
        assertThat(timers.all()).containsOnlyKeys(key("a"));
        clock.pass(Duration.ofSeconds(1));
        service.hear(accepted("b", "one"));
        assertThat(jobs.created).extracting(TrainingJob::key).containsExactly(key("a"), key("b"));
    }

    @Test
    void aLongWaitIsSaidAtFirstAndWheneverItHasDoubled() {
        crowd(10);
        refused("early");
        assertThat(bus.names()).doesNotContain("job-delayed");
        crowd(60);

        refused("late");
        refused("late");

        assertThat(delays()).allSatisfy(delay -> {
            assertThat(delay.step()).isEqualTo("train");
            assertThat(delay.nextTryAt()).isAfter(NOON.plusSeconds(50));
            assertThat(delay.reason()).contains("CreateTrainingJob", "waits for its turn");
        });
        assertThat(ids()).hasSize(1);
        clock.pass(Duration.ofMinutes(5));
        crowd(400);
        refused("late");
        clock.pass(Duration.ofMinutes(1));
        crowd(1);
        refused("late");
        assertThat(ids()).as("after five and six minutes").hasSize(2);
        assertThat(attempts.find(key("late"))).isEmpty();
    }

    @Test
    void theFirstStepOfAnotherCallerGoesFirst() {
        service.hear(accepted("a", "one"));
        assertThatThrownBy(() -> service.hear(accepted("b", "one"))).isInstanceOf(NoToken.class);

        service.hear(accepted("c", "another"));

        assertThat(jobs.created).extracting(TrainingJob::key).containsExactly(key("a"), key("c"));
    }

    @Test
    void whatHasARowOrIsLostWaitsForNothing() {
        service.hear(accepted("a", "one"));
        service.hear(accepted("a", "one"));
        service.hear(cancel("b"));

        service.hear(accepted("b", "one"));

        assertThat(jobs.created).hasSize(1);
        assertThat(attempts.find(key("b")).orElseThrow().state()).isEqualTo(AttemptState.STOPPED);
    }

    @Test
    void theSweepStopsWhatNoRowAnswersForAndNothingElse() {
        service.hear(accepted("open", "one"));
        var running = new TrainingReport("InProgress", "Training", null, Map.of(), null, null);
        jobs.reports.put("ty-test-orphan-train-1-1", running);
        jobs.reports.put("ty-test-foreign-train-1-1", running);
        jobs.reports.put("ty-test-made-by-hand", running);
        jobs.reports.put("ty-other-job-train-1-1", running);
        jobs.foreign.add("ty-test-foreign-train-1-1");

        service.sweep();

        assertThat(jobs.stopped).containsExactly("ty-test-orphan-train-1-1");
    }

    /** So many ask, of whom all but the first few are sent back. */
    private void crowd(int steps) {
        for (int number = 0; number < steps; number++) {
            try {
                pace.take("CreateTrainingJob", "crowd");
            } catch (NoToken back) {
                assertThat(back.delay()).isPositive();
            }
        }
    }

    private void refused(String job) {
        assertThatThrownBy(() -> service.hear(accepted(job, "crowd"))).isInstanceOf(NoToken.class);
    }

    private List<JobDelayed> delays() {
        return bus.said().stream()
                .map(Event::fact)
                .filter(JobDelayed.class::isInstance)
                .map(JobDelayed.class::cast)
                .toList();
    }

    /** Of what was said to wait, copies once. */
    private Set<String> ids() {
        return bus.said().stream()
                .filter(event -> event.fact() instanceof JobDelayed)
                .map(event -> event.metadata().id())
                .collect(Collectors.toSet());
    }

    private static AttemptKey key(String job) {
        return new AttemptKey(job, 1, "train", 1);
    }

    private static Event accepted(String job, String caller) {
        var spec = Map.of(
                "image", "trainer", "channels", Map.of("train", "s3://b/t"), "instanceTypes", List.of("ml.m5.large"));
        Plan plan = Plan.draw(List.of(new PlannedStep("train", "training", List.of(), Json.tree(spec))));
        var position = Position.start(1, NOON.plus(Duration.ofDays(1)), plan, caller);
        return new Releasing(metadata(job), position.open().getFirst(), new JobAccepted("n", "s"));
    }

    private static Event cancel(String job) {
        return new Unrouted(metadata(job), new JobCancelRequested(1, "somebody"));
    }

    private static Metadata metadata(String job) {
        return new Metadata("event of " + job, job, "cause", "request", NOON, 1);
    }

    private static final class MovingClock extends Clock {

        private Instant now = NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
