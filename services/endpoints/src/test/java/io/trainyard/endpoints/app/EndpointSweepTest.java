package io.trainyard.endpoints.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.events.EndpointRetired;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What no event and no row tells of. */
class EndpointSweepTest {

    @Test
    void theSlotOfAReadyEndpointThatSomebodyElseDeletedIsFreed() {
        var house = new House(1, 0);
        house.deploy("a");
        house.sagemaker.vanish(House.name("a"));

        house.service.sweep();
        house.settle();

        assertThat(house.slots.read().slots()).isEmpty();
        assertThat(house.said("a")).endsWith("endpoint-retired");
        assertThat(house.bus.said().getLast().fact())
                .isInstanceOfSatisfying(
                        EndpointRetired.class, fact -> assertThat(fact.reason()).isEqualTo("somebody else deleted it"));
        assertThat(house.sagemaker.configurationNames()).isEmpty();
    }

    @Test
    void whoWaitsForThatSlotGetsIt() {
        var house = new House(1, 0);
        house.deploy("a");
        house.sagemaker.vanish(House.name("a"));
        house.service.sweep();
        house.release("b");
        house.settle();

        assertThat(house.slots.read().slots()).extracting(Slot::key).containsExactly(House.key("b"));
    }

    @Test
    void aRetirementWhoseMessageWasLostGoesOn() {
        var house = new House(1, 1);
        house.deploy("a");
        house.pass(Duration.ofMinutes(1));
        house.deploy("b");
        house.own.take();

        house.pass(Duration.ofMinutes(1));
        house.service.sweep();
        house.sagemaker.finishDeletions();
        house.settle();

        assertThat(house.slots.read().slots()).extracting(Slot::key).containsExactly(House.key("b"));
    }

    @Test
    void anEndpointOfOursWithoutASlotIsDeletedAndNobodyElses() {
        var house = new House(5, 1);
        house.deploy("serves");
        house.sagemaker.foreign(order("orphan", "orphan"));
        house.sagemaker.foreign(order("foreign", "somebody"));

        house.service.sweep();
        house.sagemaker.finishDeletions();
        house.service.sweep();

        assertThat(house.sagemaker.names()).containsExactly(House.name("foreign"), House.name("serves"));
        assertThat(house.sagemaker.configurationNames()).containsExactly(House.name("foreign"), House.name("serves"));
        assertThat(house.slots.read().count(SlotState.READY)).isEqualTo(1);
    }

    @Test
    void nothingIsTouchedThatIsStillBeingMade() {
        var house = new House(5, 1);
        house.release("a");

        house.service.sweep();
        house.inService("a");

        assertThat(house.said("a")).containsExactly("endpoint-deploying", "endpoint-ready");
    }

    private static EndpointOrder order(String named, String tagged) {
        var key = new AttemptKey(tagged, 1, House.STEP, 1);
        return new EndpointOrder(key, House.name(named), House.model(named), "ml.m5.large", 1);
    }
}
