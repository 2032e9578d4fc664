package io.trainyard.events.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What drawing a plan promises, over random graphs. */
class PlanProperties {

    @Property
    void keepsWhichStepComesAfterWhich(@ForAll("graphs") List<PlannedStep> asked) {
        Plan plan = Plan.draw(asked);

        Map<String, Set<String>> drawn = Graphs.ancestors(plan.steps());
        Graphs.ancestors(asked)
                .forEach((step, before) -> assertThat(drawn.get(step)).isEqualTo(before));
    }

    @Property
    void hasNoEdgeThatAnotherPathImplies(@ForAll("graphs") List<PlannedStep> asked) {
        Plan plan = Plan.draw(asked);

        Map<String, Set<String>> before = Graphs.ancestors(plan.steps());
        for (PlannedStep step : plan.steps()) {
            for (String one : step.after()) {
                assertThat(step.after())
                        .doesNotHaveDuplicates()
                        .noneMatch(other -> before.get(other).contains(one));
            }
        }
    }

    @Property
    void hasExactlyOneSinkThatEveryStepLeadsTo(@ForAll("graphs") List<PlannedStep> asked) {
        Plan plan = Plan.draw(asked);

        assertThat(plan.steps().stream()
                        .filter(step -> plan.successors(step.step()).isEmpty()))
                .extracting(PlannedStep::step)
                .containsExactly(plan.sink());
        Set<String> others = names(plan.steps());
        others.remove(plan.sink());
        assertThat(Graphs.ancestors(plan.steps()).get(plan.sink())).isEqualTo(others);
    }

    @Property
    void addsAStepOnlyWhereThereAreSeveralEnds(@ForAll("graphs") List<PlannedStep> asked) {
        Plan plan = Plan.draw(asked);

        Set<String> waitedFor = new HashSet<>();
        asked.forEach(step -> waitedFor.addAll(step.after()));
        long ends =
                asked.stream().filter(step -> !waitedFor.contains(step.step())).count();
        assertThat(plan.steps()).hasSize(asked.size() + (ends > 1 ? 1 : 0));
        assertThat(plan.steps().stream().filter(step -> step.kind().equals(PlannedStep.END)))
                .hasSize(ends > 1 ? 1 : 0);
    }

    @Property
    void listsEachStepAfterThoseItWaitsFor(@ForAll("graphs") List<PlannedStep> asked) {
        Set<String> seen = new HashSet<>();
        for (PlannedStep step : Plan.draw(asked).steps()) {
            assertThat(seen).containsAll(step.after());
            seen.add(step.step());
        }
        assertThat(seen).containsAll(names(asked));
    }

    @Property
    void isTheSameWhenDrawnAgainOrReadBack(@ForAll("graphs") List<PlannedStep> asked) {
        Plan plan = Plan.draw(asked);

        assertThat(Plan.draw(plan.steps())).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(Json.read(Json.write(plan), Plan.class)).isEqualTo(plan);
        assertThat(plan.joins())
                .isEqualTo(plan.steps().stream().anyMatch(step -> step.after().size() > 1));
    }

    @Provide
    Arbitrary<List<PlannedStep>> graphs() {
        return Graphs.upTo(14);
    }

    private static Set<String> names(List<PlannedStep> steps) {
        var names = new TreeSet<String>();
        steps.forEach(step -> names.add(step.step()));
        return names;
    }
}
