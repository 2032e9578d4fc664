package io.trainyard.training.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.dryruns.DryRun;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.fakes.InMemoryStepTimers;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.StepSettings;
import io.trainyard.training.domain.SampleTraining;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people at the dead-letter desk are told that the service would do, and that it does nothing of it. */
class DryRunTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryTrainingJobs jobs = new InMemoryTrainingJobs();
    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final InMemoryBus bus = new InMemoryBus();
    private final InMemoryStepTimers timers = new InMemoryStepTimers();
    private final TrainingWork work = new TrainingWork(jobs, prefix -> Optional.empty(), "ty-test", "bucket");
    private final StepStores stores =
            new StepStores(attempts, bus, timers, Clock.fixed(NOON, ZoneOffset.UTC), StepSettings.defaults("ty-test"));

    @Test
    void tellsWhatAReleaseWouldDoUpToTheLaunchAndDoesNothing() {
        List<String> decisions = new DryRun(work, stores).of(release(NOON.plus(Duration.ofDays(1))));

        assertThat(decisions).first().asString().startsWith("claim ");
        assertThat(decisions).last().asString().startsWith("launch training ");
        assertThat(decisions).anyMatch(decision -> decision.startsWith("set the timer "));
        assertThat(jobs.created).isEmpty();
        assertThat(attempts.ofJob("job1")).isEmpty();
        assertThat(bus.said()).isEmpty();
        assertThat(timers.all()).isEmpty();
    }

    @Test
    void tellsThatADuplicateFindsItsRow() {
        Releasing release = release(NOON.plus(Duration.ofDays(1)));
        new StepService(work, stores, () -> "owner").hear(release);

        List<String> decisions = new DryRun(work, stores).of(release);

        assertThat(decisions).anyMatch(decision -> decision.startsWith("find "));
        assertThat(decisions).noneMatch(decision -> decision.startsWith("launch"));
        assertThat(jobs.created).hasSize(1);
        assertThat(bus.names()).containsExactly("training-started");
    }

    @Test
    void tellsThatAStoppedRunStartsNothing() {
        attempts.bury("job1", 1);

        List<String> decisions = new DryRun(work, stores).of(release(NOON.plus(Duration.ofDays(1))));

        assertThat(decisions).noneMatch(decision -> decision.startsWith("launch"));
        assertThat(decisions).anyMatch(decision -> decision.contains("run 1 stopped"));
    }

    @Test
    void tellsThatItIsTooLate() {
        assertThat(new DryRun(work, stores).of(release(NOON.minusSeconds(1))))
                .singleElement()
                .asString()
                .startsWith("nothing: ");
    }

    private static Releasing release(Instant until) {
        Plan plan = Plan.draw(List.of(new PlannedStep("train", "training", List.of(), Json.tree(SampleTraining.SPEC))));
        return new Releasing(
                new Metadata("id", "job1", "id", "request", NOON, 1),
                Position.start(1, until, plan).open().getFirst(),
                new JobAccepted("n", "s"));
    }
}
