package io.trainyard.events.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What two branches know together does not depend on who tells whom, or how often. */
class PositionProperties {

    private static final List<String> STEPS = List.of("a", "b", "c", "d");
    private static final Plan PLAN = Plan.draw(
            List.of(Graphs.step("a"), Graphs.step("b", "a"), Graphs.step("c", "a"), Graphs.step("d", "b", "c")));

    @Property
    void mergingIsCommutative(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
    }

    @Property
    void mergingIsAssociative(
            @ForAll("positions") Position one, @ForAll("positions") Position two, @ForAll("positions") Position three) {
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
    }

    @Property
    void mergingAgainChangesNothing(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        assertThat(one.merge(one)).isEqualTo(one);
        assertThat(one.merge(other).merge(other)).isEqualTo(one.merge(other));
    }

    @Property
    void mergingForgetsNothing(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        Position both = one.merge(other);

        assertThat(both.done()).containsAllEntriesOf(one.done()).containsAllEntriesOf(other.done());
        assertThat(both.over()).isEqualTo(one.over() || other.over());
    }

    @Property
    void aStepThatIsDoneIsDoneInEveryRouteThatSaysSo(@ForAll("positions") Position at) {
        for (String step : STEPS) {
            List<Route> routes = at.complete(step, output(step));

            assertThat(routes).isEqualTo(at.complete(step, output(step))).isNotEmpty();
            assertThat(routes)
                    .allMatch(route -> route.position().done().containsKey(step)
                            && route.position().over() == at.over());
            assertThat(routes.getFirst().end()).isEqualTo(step.equals(PLAN.sink()));
        }
    }

    @Example
    void branchesOfDifferentRunsDoNotMeet() {
        Position first = Position.start(1, Instant.EPOCH, PLAN);
        Position second = Position.start(2, Instant.EPOCH, PLAN);

        assertThatThrownBy(() -> first.merge(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("branches of runs 1 and 2 do not meet");
    }

    @Example
    void aJoinIsAwaitedAndTheRestIsReleased() {
        Position start = Position.start(1, Instant.EPOCH, PLAN);

        Route afterA = start.complete("a", StepOutput.NOTHING).getFirst();
        Route afterB = afterA.position().complete("b", StepOutput.NOTHING).getFirst();

        assertThat(start.open())
                .singleElement()
                .satisfies(route -> assertThat(route.next()).containsExactly(new Release("a", "probe", 1, null, null)));
        assertThat(afterA.next()).extracting(Release::step).containsExactly("b", "c");
        assertThat(afterA.awaited()).isEmpty();
        assertThat(afterB.next()).isEmpty();
        assertThat(afterB.awaited()).containsExactly("d");
        assertThat(afterB.end()).isFalse();
    }

    @Example
    void aLostRunStaysLost() {
        Position lost = Position.start(1, Instant.EPOCH, PLAN).lost();

        assertThat(lost.over()).isTrue();
        assertThat(lost.complete("a", StepOutput.NOTHING))
                .allMatch(route -> route.position().over());
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<Set<String>> done = Arbitraries.of(STEPS).set();
        return Combinators.combine(done, Arbitraries.of(true, false)).as((steps, over) -> {
            var outputs = new LinkedHashMap<String, StepOutput>();
            steps.forEach(step -> outputs.put(step, output(step)));
            return new Position(1, Instant.EPOCH, PLAN, outputs, over, "");
        });
    }

    /** A step has one outcome in a run. */
    private static StepOutput output(String step) {
        return StepOutput.deployed("endpoint-" + step);
    }
}
