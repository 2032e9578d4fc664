package io.trainyard.probe.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.StepSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeWorkTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final InMemoryBus bus = new InMemoryBus();
    private final InMemoryStepTimers timers = new InMemoryStepTimers();
    private final StepService service = new StepService(
            new ProbeWork(),
            new StepStores(attempts, bus, timers, Clock.fixed(NOON, ZoneOffset.UTC), StepSettings.defaults("ty-test")),
            () -> "owner");

    @Test
    void goesFromClaimedToSaidWithoutATimerAndReleasesTheNextStep() {
        service.hear(first());
        assertThat(attempts.find(new AttemptKey("job1", 1, "p1", 1))
                        .orElseThrow()
                        .state())
                .isEqualTo(AttemptState.SAID);
        assertThat(timers.all()).isEmpty();
        assertThat(bus.said()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("probe-completed");
            assertThat(((Releasing) event).route().next().getFirst().step()).isEqualTo("p2");
        });
    }

    @Test
    void saysOneEventHoweverOftenTheReleaseComes() {
        service.hear(first());
        service.hear(first());
        assertThat(bus.names()).containsExactly("probe-completed");
    }

    private static Releasing first() {
        Plan plan = Plan.draw(List.of(
                new PlannedStep("p1", "probe", List.of(), Json.tree(Map.of())),
                new PlannedStep("p2", "probe", List.of("p1"), Json.tree(Map.of()))));
        var position = Position.start(1, NOON.plus(Duration.ofDays(1)), plan);
        return new Releasing(
                new Metadata("id", "job1", "id", "request", NOON, 1),
                position.open().getFirst(),
                new JobAccepted("n", "s"));
    }
}
