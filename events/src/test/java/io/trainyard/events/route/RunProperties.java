package io.trainyard.events.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Moving a run on, whatever the graph, the order of completions and the number of copies. */
class RunProperties {

    @Property
    void eachStepIsReleasedByExactlyOneEventAndNoneIsForgotten(
            @ForAll("graphs") List<PlannedStep> asked, @ForAll long seed) {
        Plan plan = Plan.draw(asked);

        Run run = new Run(plan, seed);

        assertThat(run.released).hasSize(plan.steps().size());
        run.released.forEach((step, ids) -> assertThat(ids).as(step).hasSize(1));
    }

    @Property
    void noStepIsReleasedBeforeThoseItWaitsForAreDone(@ForAll("graphs") List<PlannedStep> asked, @ForAll long seed) {
        assertThat(new Run(Plan.draw(asked), seed).early).isEmpty();
    }

    @Property
    void exactlyOneEventCarriesTheEnd(@ForAll("graphs") List<PlannedStep> asked, @ForAll long seed) {
        assertThat(new Run(Plan.draw(asked), seed).ends).hasSize(1);
    }

    @Property
    void noEventReleasesMoreThanTen(@ForAll("graphs") List<PlannedStep> asked, @ForAll long seed) {
        assertThat(new Run(Plan.draw(asked), seed).mostInOneEvent).isLessThanOrEqualTo(10);
    }

    @Property
    void aWideFanOutGoesOutInChunksOfTen(@ForAll("widths") int width) {
        var steps = new ArrayList<PlannedStep>(List.of(Graphs.step("first")));
        IntStream.range(0, width).forEach(i -> steps.add(Graphs.step("s" + i, "first")));
        Position start = Position.start(1, Instant.EPOCH, Plan.draw(steps));

        List<Route> routes = start.complete("first", StepOutput.NOTHING);

        assertThat(routes).hasSize((width + 9) / 10);
        assertThat(routes.stream().flatMap(route -> route.next().stream()).map(Release::step))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, width).mapToObj(i -> "s" + i).toList());
        assertThat(routes.subList(0, routes.size() - 1))
                .allMatch(route -> route.next().size() == 10);
        assertThat(new Run(start.plan(), width).ends).hasSize(1);
    }

    @Example
    void aChainOfAThousandStepsIsDrawnAndRunToItsEnd() {
        var steps = new ArrayList<PlannedStep>();
        for (int i = 999; i > 0; i--) {
            steps.add(Graphs.step("s" + i, "s" + (i - 1)));
        }
        steps.add(Graphs.step("s0"));
        Plan plan = Plan.draw(steps);

        Run run = new Run(plan, 1);

        assertThat(plan.sink()).isEqualTo("s999");
        assertThat(plan.joins()).isFalse();
        assertThat(run.released).hasSize(1000);
        assertThat(run.ends).hasSize(1);
    }

    @Example
    void aLatticeThirtyDeepAndFiveWideIsRunToItsEnd() {
        var steps = new ArrayList<PlannedStep>();
        for (int depth = 0; depth < 30; depth++) {
            for (int column = 0; column < 5; column++) {
                int above = depth - 1;
                String[] after = depth == 0
                        ? new String[0]
                        : IntStream.range(0, 5)
                                .mapToObj(i -> "d" + above + "-" + i)
                                .toArray(String[]::new);
                steps.add(Graphs.step("d" + depth + "-" + column, after));
            }
        }
        Run run = new Run(Plan.draw(steps), 7);

        assertThat(run.released).hasSize(151);
        assertThat(run.early).isEmpty();
        assertThat(run.ends).hasSize(1);
    }

    @Provide
    Arbitrary<List<PlannedStep>> graphs() {
        return Graphs.upTo(16);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.integers().between(1, 64);
    }
}
