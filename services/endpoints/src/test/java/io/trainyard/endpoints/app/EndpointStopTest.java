package io.trainyard.endpoints.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.Standing;
import io.trainyard.events.Unrouted;
import io.trainyard.slots.SlotState;
import io.trainyard.steps.domain.AttemptState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndpointStopTest {

    @Test
    void aCancelledDeploymentIsDeletedOnceThatIsAllowedAndItsSlotIsFree() {
        var house = new House(1, 0);
        house.release("a");
        house.release("b");

        house.service.hear(cancelRequest("a"));
        assertThat(house.row("a").state()).isEqualTo(AttemptState.STOPPING);
        assertThat(house.sagemaker.names()).containsExactly(House.name("a"));
        house.inService("a");
        house.settle();

        assertThat(house.row("a").state()).isEqualTo(AttemptState.STOPPED);
        assertThat(house.said("a")).containsExactly("endpoint-deploying");
        assertThat(house.sagemaker.names()).containsExactly(House.name("b"));
        assertThat(house.sagemaker.configurationNames()).containsExactly(House.name("b"));
    }

    @Test
    void anEndpointThatStillComesIsLeftToSageMakersWordAndTheTimer() {
        var house = new House(1, 0);
        house.release("a");

        house.service.hear(cancelRequest("a"));
        house.service.tick(House.key("a"));
        house.service.tick(House.key("a"));

        assertThat(house.own.take()).isEmpty();
        assertThat(house.row("a").state()).isEqualTo(AttemptState.STOPPING);
        house.sagemaker.serve(House.name("a"));
        house.service.tick(House.key("a"));
        house.settle();
        assertThat(house.row("a").state()).isEqualTo(AttemptState.STOPPED);
    }

    @Test
    void aCancelledWaiterLeavesTheLine() {
        var house = new House(1, 0);
        house.release("a");
        house.release("b");

        house.service.hear(cancelRequest("b"));
        house.settle();

        assertThat(house.row("b").state()).isEqualTo(AttemptState.STOPPED);
        assertThat(house.slots.read().line().isEmpty()).isTrue();
    }

    @Test
    void aCancelRequestNeverTouchesAReadyEndpoint() {
        var house = new House(5, 1);
        house.deploy("a");

        house.service.hear(cancelRequest("a"));
        house.settle();

        assertThat(house.sagemaker.names()).containsExactly(House.name("a"));
    }

    @Test
    void theVerdictRetiresTheReadyEndpointAndStopsWhatStillDeploys() {
        var house = new House(5, 1);
        house.deploy("a");
        var released = house.released("a", 2);
        house.slots.replace(
                house.slots.read(), house.slots.read().touched()); // Somebody else changes the slots in between.
        house.service.hear(new Standing(
                House.metadata("a", "cancelled"), released.route().position(), new JobCancelled("a", "someone")));
        house.settle();

        assertThat(house.sagemaker.names()).isEmpty();
        assertThat(house.said("a")).endsWith("endpoint-retired");
        house.service.hear(released);
        assertThat(house.sagemaker.names()).isEmpty();
    }

    @Test
    void aPersonCanTakeAnEndpointDown() {
        var house = new House(5, 1);
        house.deploy("a");
        house.deploy("b");

        var request = new Unrouted(House.metadata("a", "asked"), new EndpointRetireRequested("someone"));
        house.service.hear(request);
        house.service.hear(request);
        assertThat(house.slots.read().count(SlotState.RETIRING)).isEqualTo(1);
        house.settle();

        assertThat(house.sagemaker.names()).containsExactly(House.name("b"));
        assertThat(house.bus.names()).containsOnlyOnce("endpoint-retired");
    }

    @Test
    void aLaterRunTakesTheReadyEndpointOfAnEarlierOne() {
        var house = new House(5, 1);
        house.deploy("a");

        house.service.hear(house.released("a", 2));

        assertThat(house.sagemaker.names()).containsExactly(House.name("a"));
        assertThat(house.bus.names()).containsExactly("endpoint-deploying", "endpoint-ready", "endpoint-ready");
    }

    @Test
    void aLaterRunDeploysAnewWhereTheEarlierEndpointHasGone() {
        var house = new House(5, 1);
        house.deploy("a");
        house.service.hear(new Unrouted(House.metadata("a", "asked"), new EndpointRetireRequested("someone")));

        house.service.hear(house.released("a", 2));

        assertThat(house.sagemaker.names()).hasSize(2);
    }

    @Test
    void pastTheDeadlineNothingIsDeployedAnyMore() {
        var house = new House(1, 0);
        house.release("a");
        house.release("b");

        house.pass(Duration.ofHours(7));
        house.service.tick(House.key("b"));
        house.settle();

        assertThat(house.row("b").state()).isEqualTo(AttemptState.STOPPED);
        assertThat(house.slots.read().line().isEmpty()).isTrue();
    }

    private static Unrouted cancelRequest(String job) {
        return new Unrouted(House.metadata(job, "cancel-" + job), new JobCancelRequested(1, "someone"));
    }
}
