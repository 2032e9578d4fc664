package io.trainyard.models.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.FailureClass;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.Metadata;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.ModelRejected;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.Gate;
import io.trainyard.events.request.ModelSpec;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Route;
import io.trainyard.events.route.StepOutput;
import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.fakes.InMemoryStepTimers;
import io.trainyard.models.domain.Model;
import io.trainyard.steps.app.StepService;
import io.trainyard.steps.app.StepStores;
import io.trainyard.steps.domain.StepSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelWorkTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final StepOutput TRAINED =
            StepOutput.trained("s3://b/m.tar.gz", "trainer:1", Map.of("validation:accuracy", 0.95));

    private final List<Model> registered = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final InMemoryBus bus = new InMemoryBus();
    private Runnable duringRegister = () -> {};
    private final StepService service = new StepService(
            new ModelWork(new RecordedModels(), "ty-test"),
            new StepStores(
                    new InMemoryAttempts(),
                    bus,
                    new InMemoryStepTimers(),
                    Clock.fixed(NOON, ZoneOffset.UTC),
                    StepSettings.defaults("ty-test")),
            () -> "owner");

    @Test
    void registersWhatTrainingLeftUnderItsOwnNameAndVersion() {
        service.hear(trained(new ModelSpec(null, null, new Gate("validation:accuracy", 0.9, null)), TRAINED));
        assertThat(registered).singleElement().satisfies(model -> {
            assertThat(model.name()).isEqualTo("ty-test-job1-model-1-1");
            assertThat(model.image()).isEqualTo("trainer:1");
            assertThat(model.artifact()).isEqualTo("s3://b/m.tar.gz");
        });
        Releasing said = (Releasing) bus.said().getLast();
        assertThat(((ModelRegistered) said.fact()).metrics()).containsEntry("validation:accuracy", 0.95);
        assertThat(said.route().position().done().get("model").model()).isEqualTo("ty-test-job1-model-1-1");
        assertThat(said.route().end()).isTrue();
    }

    @Test
    void registersAModelThatWasTrainedElsewhere() {
        service.hear(trained(new ModelSpec("other:2", "s3://else/m.tar.gz", null), StepOutput.NOTHING));
        assertThat(registered).singleElement().satisfies(model -> {
            assertThat(model.image()).isEqualTo("other:2");
            assertThat(model.artifact()).isEqualTo("s3://else/m.tar.gz");
        });
    }

    @Test
    void rejectsAModelBelowItsGateWithTheNumbers() {
        service.hear(trained(new ModelSpec(null, null, new Gate("validation:accuracy", 0.99, null)), TRAINED));
        assertThat(registered).isEmpty();
        ModelRejected rejected = rejected();
        assertThat(rejected.failure().type()).isEqualTo(FailureClass.CALLER);
        assertThat(rejected.failure().cause())
                .isEqualTo("validation:accuracy is 0.95, the gate asks for at least 0.99.");
        assertThat(rejected.metrics()).containsEntry("validation:accuracy", 0.95);
    }

    @Test
    void rejectsAGateOnAMetricThatTrainingDidNotReport() {
        service.hear(trained(new ModelSpec(null, null, new Gate("validation:f1", 0.9, null)), TRAINED));
        assertThat(rejected().failure().cause()).contains("validation:f1", "It reported: validation:accuracy.");
    }

    @Test
    void rejectsAStepWithNothingToRegister() {
        service.hear(trained(new ModelSpec(null, null, null), StepOutput.NOTHING));
        assertThat(rejected().failure().nextAction()).contains("Name artifact and image");
    }

    @Test
    void deletesAModelThatWasRegisteredWhileTheRunWasLost() {
        duringRegister = () -> service.stop("job1", 1);
        service.hear(trained(new ModelSpec(null, null, null), TRAINED));
        assertThat(deleted).contains("ty-test-job1-model-1-1");
        assertThat(bus.names()).isEmpty();
    }

    @Test
    void aLaterRunReusesAModelThatStillExists() {
        service.hear(trained(new ModelSpec(null, null, null), TRAINED));
        service.hear(trained(2, new ModelSpec(null, null, null), TRAINED));

        assertThat(registered).hasSize(1);
        Releasing said = (Releasing) bus.said().getLast();
        assertThat(said.route().position().run()).isEqualTo(2);
        assertThat(((ModelRegistered) said.fact()).model()).isEqualTo("ty-test-job1-model-1-1");
    }

    @Test
    void aLaterRunRegistersAnewWhatSomebodyHasDeleted() {
        service.hear(trained(new ModelSpec(null, null, null), TRAINED));
        deleted.add("ty-test-job1-model-1-1");

        service.hear(trained(2, new ModelSpec(null, null, null), TRAINED));

        assertThat(registered)
                .extracting(Model::name)
                .containsExactly("ty-test-job1-model-1-1", "ty-test-job1-model-2-1");
        Releasing said = (Releasing) bus.said().getLast();
        assertThat(((ModelRegistered) said.fact()).model()).isEqualTo("ty-test-job1-model-2-1");
    }

    private ModelRejected rejected() {
        Standing said = (Standing) bus.said().getLast();
        assertThat(said.route().over()).isTrue();
        return (ModelRejected) said.fact();
    }

    private static Releasing trained(ModelSpec spec, StepOutput output) {
        return trained(1, spec, output);
    }

    private static Releasing trained(int run, ModelSpec spec, StepOutput output) {
        var empty = Json.tree(Map.of());
        Plan plan = Plan.draw(List.of(
                new PlannedStep("train", "training", List.of(), empty),
                new PlannedStep("model", "model", List.of("train"), Json.tree(spec))));
        Route route = Position.start(run, NOON.plus(Duration.ofDays(1)), plan)
                .complete("train", output)
                .getFirst();
        return new Releasing(new Metadata("id", "job1", "id", "request", NOON, 1), route, new JobAccepted("n", "s"));
    }

    private final class RecordedModels implements Models {

        @Override
        public Registration register(Model model) {
            duringRegister.run();
            registered.add(model);
            return new Registration.Registered("arn:" + model.name());
        }

        @Override
        public boolean exists(String name) {
            return registered.stream().anyMatch(model -> model.name().equals(name)) && !deleted.contains(name);
        }

        @Override
        public void delete(@Nullable String name) {
            deleted.add(name);
        }
    }
}
