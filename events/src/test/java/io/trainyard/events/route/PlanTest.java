package io.trainyard.events.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void takesOutAnEdgeThatAnotherPathImplies() {
        Plan plan = Plan.draw(List.of(
                Graphs.step("endpoint", "train", "model"), Graphs.step("train"), Graphs.step("model", "train")));

        assertThat(plan.steps()).extracting(PlannedStep::step).containsExactly("train", "model", "endpoint");
        assertThat(plan.step("endpoint").orElseThrow().after()).containsExactly("model");
        assertThat(plan.joins()).isFalse();
    }

    @Test
    void gathersSeveralEndsInAStepOfItsOwn() {
        Plan plan = Plan.draw(List.of(Graphs.step("a"), Graphs.step("b"), Graphs.step("end", "a")));

        PlannedStep added = plan.step(plan.sink()).orElseThrow();
        assertThat(added.step()).isEqualTo("end-2");
        assertThat(added.kind()).isEqualTo("end");
        assertThat(added.after()).containsExactlyInAnyOrder("b", "end");
    }

    @Test
    void refusesWhatIsNoPlan() {
        refused(List.of(), "a plan needs at least one step");
        refused(List.of(Graphs.step("a"), Graphs.step("a")), "step a is there twice");
        refused(List.of(Graphs.step("a", "b")), "step a is after b, which is not in the plan");
        refused(List.of(Graphs.step("a", "b"), Graphs.step("b", "a")), "the steps wait for each other: [a, b]");
        refused(List.of(Graphs.step("a", "a")), "the steps wait for each other: [a]");
    }

    @Test
    void readsBackOnlyWhatWasDrawn() {
        assertThatThrownBy(() -> Plan.of(List.of(Graphs.step("a"), Graphs.step("b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a plan has one last step, this one has [a, b]");
        assertThatThrownBy(() -> Plan.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(List<PlannedStep> asked, String reason) {
        assertThatThrownBy(() -> Plan.draw(asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }
}
