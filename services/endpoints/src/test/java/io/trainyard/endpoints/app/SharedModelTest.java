package io.trainyard.endpoints.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobFailed;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.ResourceName;
import io.trainyard.events.Standing;
import io.trainyard.events.Unrouted;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An endpoint's model leaves with it, unless somebody of its job can still serve it. */
class SharedModelTest {

    private final House house = new House(1, 1);

    @Test
    void aResumedRunThatWaitsForASlotStillFindsTheModel() {
        house.deploy("a");
        house.service.hear(failed(house.released("a", 1)));
        makeRoomFor("b");

        house.service.hear(house.released("a", 2));
        assertThat(row(2, House.STEP).state()).isEqualTo(AttemptState.WAITING);
        house.settle();
        serve(2, House.STEP);
        house.settle();

        assertThat(row(2, House.STEP).state()).isEqualTo(AttemptState.SAID);
        assertThat(house.said("a"))
                .containsExactly("endpoint-deploying", "endpoint-ready", "job-delayed", "endpoint-retired");
        assertThat(house.sagemaker.names()).containsExactly(name(2, House.STEP));
    }

    /** The models service takes a model over a moment before the endpoint step hears of it. */
    @Test
    void theModelOfAFailedRunStaysForItsResume() {
        house.deploy("a");
        house.service.hear(failed(house.released("a", 1)));
        makeRoomFor("b");
        house.settle();
        assertThat(house.sagemaker.deletedModels()).isEmpty();

        house.service.hear(house.released("a", 2));
        serve(2, House.STEP);
        house.settle();
        assertThat(house.sagemaker.deletedModels())
                .as("of the one that made room")
                .containsExactly(House.model("b"));

        makeRoomFor("c");
        house.settle();
        assertThat(house.sagemaker.deletedModels()).containsExactlyInAnyOrder(House.model("a"), House.model("b"));
    }

    @Test
    void aLaterEndpointStepOfTheSameRunStillFindsTheModel() {
        Releasing first = house.released("a", 1, twice());
        house.service.hear(first);
        house.inService("a");
        makeRoomFor("b");
        house.settle();
        assertThat(house.sagemaker.names()).containsExactly(House.name("b"));

        house.service.hear(house.bus.said().stream()
                .filter(event -> event.name().equals("endpoint-ready"))
                .findFirst()
                .orElseThrow());
        serve(1, "again");
        house.settle();

        assertThat(row(1, "again").state()).isEqualTo(AttemptState.SAID);
        assertThat(house.said("a")).doesNotContain("endpoint-failed");
        makeRoomFor("c");
        house.settle();
        assertThat(house.sagemaker.deletedModels()).contains(House.model("a"));
    }

    /** The endpoint of run 1 leaves while run 2 waits for capacity: no row of it is open, and the next attempt comes. */
    @Test
    void aRunThatWaitsForCapacityStillFindsTheModel() {
        house.deploy("a");
        house.service.hear(failed(house.released("a", 1)));
        makeRoomFor("b");
        house.service.hear(new Unrouted(House.metadata("b", "asked"), new EndpointRetireRequested("someone")));
        house.pass(Duration.ofSeconds(30));
        house.service.retire(House.key("b"));
        house.sagemaker.finishDeletions();
        house.service.retire(House.key("b"));
        house.sagemaker.refuse(name(2, House.STEP), new Failure(FailureClass.CAPACITY, "there is none", "come again"));

        house.service.hear(house.released("a", 2));
        assertThat(row(2, House.STEP).outcome().orElseThrow()).isInstanceOf(Outcome.Deferred.class);
        house.settle();

        assertThat(house.said("a")).contains("endpoint-retired", "capacity-error");
        assertThat(house.sagemaker.deletedModels()).containsExactly(House.model("b"));
    }

    @Test
    void theModelOfACancelledRunLeavesWithItsEndpoint() {
        house.deploy("a");
        var position = house.released("a", 1).route().position();

        house.service.hear(
                new Standing(decided(EventType.JOB_CANCELLED), position.lost(), new JobCancelled("a", "someone")));
        house.settle();

        assertThat(house.sagemaker.deletedModels()).containsExactly(House.model("a"));
    }

    private void makeRoomFor(String job) {
        house.pass(Duration.ofMinutes(1));
        house.deploy(job);
    }

    private void serve(int run, String step) {
        house.sagemaker.serve(name(run, step));
        house.service.tick(new AttemptKey("a", run, step, 1));
    }

    private Attempt row(int run, String step) {
        return house.attempts.find(new AttemptKey("a", run, step, 1)).orElseThrow();
    }

    private static String name(int run, String step) {
        return new ResourceName("ty-test", "a", step, run, 1).toString();
    }

    private static Plan twice() {
        var none = JsonNodeFactory.instance.objectNode();
        return Plan.draw(List.of(
                new PlannedStep("model", "model", List.of(), none),
                new PlannedStep(House.STEP, "endpoint", List.of("model"), none),
                new PlannedStep("again", "endpoint", List.of(House.STEP), none)));
    }

    private static Standing failed(Releasing released) {
        var failure = new Failure(FailureClass.PLATFORM, "too late", "resume the job");
        return new Standing(
                decided(EventType.JOB_FAILED),
                released.route().position().lost(),
                new JobFailed("a", House.STEP, failure));
    }

    private static Metadata decided(EventType type) {
        return House.metadata("a", EventIds.ofRun("a", 1, type));
    }
}
