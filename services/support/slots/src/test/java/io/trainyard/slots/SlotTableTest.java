package io.trainyard.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.EndpointOf;
import io.trainyard.events.json.Json;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotTableTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    @Test
    void theOldestReadyEndpointLeavesForTheNewOneAtTheCap() {
        var limits = new SlotLimits(2, 1, TIMEOUT);
        SlotTable table = ready(ready(SlotTable.EMPTY, "a", limits, 1), "b", limits, 2);

        table = enter(table, "c", limits, 3);
        var change = table.ready(key("c"), limits, why(4));

        assertThat(change.retiring()).extracting(Slot::key).containsExactly(key("a"));
        assertThat(change.table().slot(key("a")).orElseThrow().state()).isEqualTo(SlotState.RETIRING);
        assertThat(change.table().count(SlotState.READY)).isEqualTo(2);
    }

    @Test
    void withoutASurgeTheOldestLeavesBeforeTheNewOneComes() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable table = ready(SlotTable.EMPTY, "a", limits, 1);

        var change = table.enter(slot("b"), "ann", limits, why(2));

        assertThat(change.retiring()).extracting(Slot::key).containsExactly(key("a"));
        assertThat(change.table().slot(key("b"))).isEmpty();
        SlotTable freed = change.table().free(key("a"), limits, at(3));
        assertThat(enter(freed, "b", limits, 4).slot(key("b"))).isPresent();
    }

    @Test
    void withoutASurgeASlotKnowsWhoLeftForIt() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable left = enter(ready(SlotTable.EMPTY, "a", limits, 1), "b", limits, 2);

        SlotTable taken = enter(left.free(key("a"), limits, at(3)), "b", limits, 4);

        assertThat(taken.slot(key("b")).orElseThrow().replaced()).contains(endpoint("a"));
        assertThat(ready(SlotTable.EMPTY, "c", limits, 1).slots())
                .allMatch(slot -> slot.replaced().isEmpty());
    }

    @Test
    void whoeverComesInPlaceOfAStepThatGaveUpReplacesWhatLeftForThatStep() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable left = enter(ready(SlotTable.EMPTY, "a", limits, 1), "quits", limits, 2);
        SlotTable two = enter(enter(left, "late", limits, 2), "next", limits, 2);

        SlotTable freed = two.free(key("quits"), limits, at(3)).free(key("a"), limits, at(3));
        SlotTable expired = enter(freed, "next", limits, 30);

        assertThat(enter(expired, "next", limits, 31)
                        .slot(key("next"))
                        .orElseThrow()
                        .replaced())
                .contains(endpoint("a"));
    }

    @Test
    void withoutASurgeOneLeavesWhenTheLastDeploymentEndsAndSomebodyWaits() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable table = enter(enter(SlotTable.EMPTY, "a", limits, 1), "b", limits, 2);

        var change = table.ready(key("a"), limits, why(3));

        assertThat(change.retiring()).extracting(Slot::key).containsExactly(key("a"));
    }

    @Test
    void nobodyOvertakesThoseWhoWait() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable table = enter(enter(SlotTable.EMPTY, "a", limits, 1), "b", limits, 2);

        SlotTable freed = table.free(key("a"), limits, at(3));
        SlotTable pushed = enter(freed, "c", limits, 4);

        assertThat(pushed.slots()).isEmpty();
        assertThat(pushed.line().waiters()).extracting(Waiter::key).containsExactly(key("b"), key("c"));
        assertThat(enter(pushed, "b", limits, 5).slot(key("b"))).isPresent();
    }

    /** No head-of-line blocking: whoever comes into a crowd of somebody else's goes behind the one that is next, and not behind all. */
    @Test
    void callersHaveSlotsByTurns() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable table = enter(SlotTable.EMPTY, "a", limits, 1);
        for (String job : List.of("b", "c", "d", "e")) {
            table = enter(table, job, limits, 2);
        }
        table = table.free(key("a"), limits, at(3));
        table = enter(table, "b", limits, 4);

        table = enter(enter(table, "x", "bob", limits, 5), "y", "bob", limits, 6);

        assertThat(table.line().waiters())
                .extracting(Waiter::key)
                .containsExactly(key("c"), key("x"), key("d"), key("y"), key("e"));
    }

    @Test
    void nobodyGoesBeforeAWaiterForWhomASlotIsFree() {
        var limits = new SlotLimits(2, 0, TIMEOUT);
        SlotTable table = SlotTable.EMPTY;
        for (String job : List.of("a", "b", "c", "d", "e")) {
            table = enter(table, job, limits, 1);
        }
        table = table.free(key("a"), limits, at(2)).free(key("b"), limits, at(2));

        table = enter(table, "x", "bob", limits, 3);

        assertThat(table.line().waiters())
                .extracting(Waiter::key)
                .containsExactly(key("c"), key("d"), key("x"), key("e"));
    }

    @Test
    void aSlotThatIsNotTakenInTimeGoesToTheNext() {
        var limits = new SlotLimits(1, 0, TIMEOUT);
        SlotTable table = SlotTable.EMPTY;
        for (String job : List.of("a", "b", "c")) {
            table = enter(table, job, limits, 1);
        }
        SlotTable freed = table.free(key("a"), limits, at(2));

        assertThat(enter(freed, "c", limits, 16).slot(key("c"))).isEmpty();
        SlotTable taken = enter(freed, "c", limits, 17);

        assertThat(taken.slot(key("c"))).isPresent();
        assertThat(taken.line().waiters()).extracting(Waiter::key).containsExactly(key("b"));
    }

    @Test
    void enteringTwiceChangesNothing() {
        var limits = SlotLimits.defaults();
        SlotTable table = enter(SlotTable.EMPTY, "a", limits, 1);

        assertThat(enter(table, "a", limits, 2)).isSameAs(table);
    }

    @Test
    void onlyADeployingEndpointBecomesReady() {
        assertThatThrownBy(() -> SlotTable.EMPTY.ready(key("a"), SlotLimits.defaults(), why(1)))
                .hasMessageContaining("is not being deployed");
    }

    @Test
    void isTheSameAfterItWasStored() {
        var limits = new SlotLimits(1, 1, TIMEOUT);
        SlotTable table = enter(ready(ready(SlotTable.EMPTY, "a", limits, 1), "b", limits, 2), "c", limits, 3);

        assertThat(Json.read(Json.write(table), SlotTable.class)).isEqualTo(table);
    }

    private static SlotTable ready(SlotTable table, String job, SlotLimits limits, int minute) {
        return enter(table, job, limits, minute)
                .ready(key(job), limits, why(minute))
                .table();
    }

    private static SlotTable enter(SlotTable table, String job, SlotLimits limits, int minute) {
        return enter(table, job, "ann", limits, minute);
    }

    private static SlotTable enter(SlotTable table, String job, String caller, SlotLimits limits, int minute) {
        return table.enter(slot(job), caller, limits, why(minute)).table();
    }

    private static Slot slot(String job) {
        return Slot.deploying(key(job), key(job).resource("ty-test"), "model-" + job, "request");
    }

    private static AttemptKey key(String job) {
        return new AttemptKey(job, 1, "endpoint", 1);
    }

    private static Retirement why(int minute) {
        return new Retirement(at(minute), "why", "cause");
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static EndpointOf endpoint(String job) {
        return new EndpointOf(job, slot(job).endpoint());
    }
}
