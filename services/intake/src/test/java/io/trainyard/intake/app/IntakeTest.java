package io.trainyard.intake.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.JobRejected;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.SpecChange;
import io.trainyard.events.Unrouted;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.app.SampleRequests;
import io.trainyard.requests.domain.Limits;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");

    private final InMemoryRuns runs = new InMemoryRuns();
    private final InMemoryRefusals refusals = new InMemoryRefusals();
    private final InMemoryDeadlineTimers timers = new InMemoryDeadlineTimers();
    private final List<Event> said = new ArrayList<>();
    private final Intake intake = intake(said::addAll);

    @Test
    void opensTheRunAndReleasesTheFirstStep() {
        intake.request(delivered("e1", SampleRequests.train()));

        assertThat(said).singleElement().isInstanceOfSatisfying(Releasing.class, accepted -> {
            assertThat(accepted.name()).isEqualTo("job-accepted");
            assertThat(accepted.metadata().causationId()).isEqualTo("e1");
            assertThat(accepted.route().next()).singleElement().satisfies(next -> {
                assertThat(next.step()).isEqualTo("train");
                assertThat(next.kind()).isEqualTo("training");
            });
            assertThat(accepted.route().position().run()).isEqualTo(1);
            assertThat(accepted.route().position().until()).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
        });
        assertThat(timers.all().values())
                .extracting(InMemoryDeadlineTimers.Timer::at)
                .containsExactly(Instant.parse("2026-11-27T10:00:00Z"));
    }

    @Test
    void takesTheSameRequestTwiceForOneJob() {
        ObjectNode request = SampleRequests.train().put("idempotencyKey", "k");
        intake.request(delivered("e1", request));
        intake.request(delivered("e2", shuffled(request)));

        assertThat(runs.all()).hasSize(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void takesTwoEventsWithoutAKeyForTwoJobs() {
        intake.request(delivered("e1", SampleRequests.train()));
        intake.request(delivered("e2", SampleRequests.train()));

        assertThat(runs.all()).hasSize(2);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKeyWithoutTouchingTheFirstJob() {
        intake.request(delivered("e1", SampleRequests.train().put("idempotencyKey", "k")));
        var first = runs.all().iterator().next();
        ObjectNode other = SampleRequests.train().put("idempotencyKey", "k").put("name", "other");
        intake.request(delivered("e2", other));
        intake.request(delivered("e3", other));

        assertThat(runs.all()).hasSize(1);
        assertThat(said).hasSize(2);
        assertThat(said.getLast().metadata().jobId()).isNotEqualTo(first.jobId());
        assertThat(violations())
                .containsExactly(new Violation(
                        "/idempotencyKey",
                        "this key belongs to job " + first.jobId() + ", which was asked with another request",
                        "send the same request again, or choose a new key"));
    }

    @Test
    void saysTheReleaseAgainWhereAKillCameBeforeTheMark() {
        var killed = intake(events -> {
            said.addAll(events);
            throw new IllegalStateException("killed");
        });
        var request = delivered("e1", SampleRequests.train());
        assertThatThrownBy(() -> killed.request(request)).hasMessage("killed");
        intake.request(request);
        intake.request(request);

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isEqualTo(said.getLast());
    }

    @Test
    void keepsToItsNoWhenTheDataSetComesTooLate() {
        var request = delivered("e1", withTrain("s3://data/late.csv"));
        intake.request(request);
        var later = new Intake(
                "ty-local",
                new ExamineRequest(Limits.shipped(), SampleRequests.datasets().with("s3://data/late.csv")),
                stores(said::addAll));
        later.request(request);

        assertThat(runs.all()).isEmpty();
        assertThat(said).hasSize(1);
    }

    @Test
    void takesAMendedRequestUnderTheKeyOfARefusedOne() {
        intake.request(delivered("e1", withTrain("s3://data/late.csv").put("idempotencyKey", "k")));
        intake.request(delivered("e2", SampleRequests.train().put("idempotencyKey", "k")));

        assertThat(said).extracting(Event::name).containsExactly("job-rejected", "job-accepted");
        assertThat(said.getFirst().metadata().jobId())
                .isEqualTo(said.getLast().metadata().jobId());
    }

    @Test
    void opensTheNextRunOnceWhenTheNewestIsResumed() {
        intake.request(delivered("e1", SampleRequests.train()));
        String job = said.getFirst().metadata().jobId();
        intake.hear(resume(job, 1));
        intake.hear(resume(job, 1));

        assertThat(said).hasSize(2);
        assertThat(said.getLast().position().orElseThrow().run()).isEqualTo(2);
        assertThat(said.getLast().metadata().id())
                .isNotEqualTo(said.getFirst().metadata().id());
        assertThat(timers.all()).hasSize(2);
    }

    @Test
    void opensNoRunOfAJobItDoesNotKnow() {
        intake.hear(resume("nobody", 1));
        assertThat(said).isEmpty();
    }

    @Test
    void saysThatADeadlineHasPassedUnderOneId() {
        intake.request(delivered("e1", SampleRequests.train()));
        String job = said.getFirst().metadata().jobId();
        intake.deadline(job, 1);
        intake.deadline(job, 1);
        intake.deadline(job, 7);

        assertThat(said).hasSize(3);
        assertThat(said.get(1)).isEqualTo(said.get(2));
        assertThat(said.get(1).name()).isEqualTo("job-deadline-passed");
    }

    @Test
    void saysTheDeadlineAtOnceWhereALateReplayFindsItPassed() {
        var killed = intake(events -> {
            throw new IllegalStateException("killed");
        });
        var request = delivered("e1", SampleRequests.train().put("deadlineSeconds", 60));
        assertThatThrownBy(() -> killed.request(request)).hasMessage("killed");
        var late = Clock.fixed(NOW.plusSeconds(61), ZoneOffset.UTC);
        var examine = new ExamineRequest(Limits.shipped(), SampleRequests.datasets());
        new Intake("ty-local", examine, new IntakeStores(runs, refusals, timers, said::addAll, late)).request(request);

        assertThat(said).extracting(Event::name).containsExactly("job-accepted", "job-deadline-passed");
    }

    private List<Violation> violations() {
        return ((JobRejected) said.getLast().fact()).violations();
    }

    private Intake intake(EventBus bus) {
        var examine = new ExamineRequest(Limits.shipped(), SampleRequests.datasets());
        return new Intake("ty-local", examine, stores(bus));
    }

    private IntakeStores stores(EventBus bus) {
        return new IntakeStores(runs, refusals, timers, bus, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Delivered delivered(String id, ObjectNode data) {
        ObjectNode detail = data.objectNode().set("data", data);
        return new Delivered(id, "123456789012", "shop.orders", "job-requested", NOW, detail);
    }

    private static ObjectNode withTrain(String location) {
        ObjectNode request = SampleRequests.train();
        ((ObjectNode) request.at("/training/channels")).put("train", location);
        return request;
    }

    private static ObjectNode shuffled(ObjectNode request) {
        ObjectNode other = request.objectNode();
        request.properties().stream()
                .sorted((a, b) -> b.getKey().compareTo(a.getKey()))
                .forEach(field -> other.set(field.getKey(), field.getValue()));
        return (ObjectNode) Json.tree(other.toString());
    }

    @Test
    void resumesWithAnotherValueInAStepsSpec() {
        String job = requested();
        var change = new SpecChange("train", "hyperparameters.epochs", IntNode.valueOf(7));
        intake.hear(resumed(job, null, List.of(change)));

        var spec = runs.find(job, 2)
                .orElseThrow()
                .position()
                .plan()
                .step("train")
                .orElseThrow()
                .spec();
        assertThat(spec.at("/hyperparameters/epochs").textValue())
                .as("text stays text")
                .isEqualTo("7");
        assertThat(runs.find(job, 1)
                        .orElseThrow()
                        .position()
                        .plan()
                        .step("train")
                        .orElseThrow()
                        .spec())
                .as("the failed run is what it was")
                .isNotEqualTo(spec);
    }

    @Test
    void resumesFromAStepByMarkingItAndWhatComesAfter() {
        String job = requested();
        intake.hear(resumed(job, "model", null));

        var before = runs.find(job, 1).orElseThrow().position().plan();
        var after = runs.find(job, 2).orElseThrow().position().plan();
        assertThat(after.step("train")).isEqualTo(before.step("train"));
        assertThat(after.step("model")).isNotEqualTo(before.step("model"));
        assertThat(after.step("endpoint")).isNotEqualTo(before.step("endpoint"));
    }

    @Test
    void refusesAResumeThatSetsWhatTheDeploymentDoesNotAllow() {
        String job = requested();
        var change = new SpecChange("train", "maxRuntimeSeconds", IntNode.valueOf(999_999_999));
        intake.hear(resumed(job, null, List.of(change)));

        assertThat(runs.find(job, 2)).isEmpty();
        assertThat(said.getLast().fact())
                .isInstanceOfSatisfying(
                        JobRejected.class,
                        no -> assertThat(no.violations())
                                .singleElement()
                                .satisfies(fault ->
                                        assertThat(fault.path()).isEqualTo("/steps/0/spec/maxRuntimeSeconds")));
    }

    @Test
    void refusesARequestThatAPersonGaveUpAndLeavesAnOpenRunAlone() {
        Delivered request = delivered("e1", SampleRequests.train());
        intake.discard(request, "nobody needs it", "ann");
        assertThat(said)
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("job-rejected"));

        Delivered other = delivered("e2", SampleRequests.train());
        assertThat(intake.decide(other)).contains("say job-accepted");
        assertThat(runs.all()).isEmpty();
        intake.request(other);
        intake.discard(other, "too late", "ann");
        assertThat(said).extracting(Event::name).containsExactly("job-rejected", "job-accepted");
    }

    @Test
    void bringsARunOnItsWayThatAGivenUpRequestHasOpened() {
        var killed = intake(events -> {
            throw new IllegalStateException("killed");
        });
        Delivered request = delivered("e1", SampleRequests.train());
        assertThatThrownBy(() -> killed.request(request)).hasMessage("killed");

        intake.discard(request, "nobody needs it", "ann");

        assertThat(said)
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("job-accepted"));
        assertThat(timers.all()).hasSize(1);
    }

    @Test
    void bringsARunOnItsWayThatAGivenUpResumeHasOpened() {
        String job = requested();
        var killed = intake(events -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> killed.hear(resume(job, 1))).hasMessage("killed");
        assertThat(runs.all()).hasSize(2);

        intake.discard(resume(job, 1));
        intake.discard(resume(job, 2));

        assertThat(said).hasSize(2);
        assertThat(runs.all()).hasSize(2);
    }

    private String requested() {
        intake.request(delivered("e1", SampleRequests.train()));
        return said.getFirst().metadata().jobId();
    }

    private static Event resumed(String job, @Nullable String from, @Nullable List<SpecChange> set) {
        var metadata = new Metadata("resume-2", job, "resume-2", "resume-2", Instant.EPOCH, 1);
        return new Unrouted(metadata, new JobResumeRequested(1, "ann", from, set));
    }

    private static Event resume(String job, int run) {
        var metadata = new Metadata("r" + run, job, "r" + run, "r" + run, NOW, 1);
        return new Unrouted(metadata, new JobResumeRequested(run, "ann"));
    }
}
