package io.trainyard.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SlotTableProperties {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    /** One thing that happens to the table: which job, and what. */
    record Step(int job, String what, int minutes) {}

    @Property(tries = 2_000)
    void theCapHoldsWhateverHappens(
            @ForAll("happenings") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 5) int cap,
            @ForAll @IntRange(max = 2) int surge) {
        var limits = new SlotLimits(cap, surge, Duration.ofMinutes(15));
        SlotTable table = SlotTable.EMPTY;
        Instant now = START;
        for (Step step : steps) {
            now = now.plus(Duration.ofMinutes(step.minutes()));
            SlotTable next = apply(table, step, limits, now);
            holds(next, limits);
            assertThat(next.equals(table) || next.version() > table.version()).isTrue();
            table = next;
        }
    }

    @Property(tries = 500)
    void everyoneWhoWaitsGetsASlotOnceSlotsAreGivenBack(
            @ForAll("happenings") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 5) int cap,
            @ForAll @IntRange(max = 2) int surge) {
        var limits = new SlotLimits(cap, surge, Duration.ofMinutes(15));
        SlotTable table = SlotTable.EMPTY;
        for (Step step : steps) {
            table = apply(table, step, limits, START);
        }
        int rounds = 0;
        while (!table.line().isEmpty() && rounds++ < 100) {
            if (table.free(limits) == 0) {
                table = table.free(table.slots().getFirst().key(), limits, START);
            }
            int before = table.line().waiters().size();
            AttemptKey first = table.line().waiters().getFirst().key();
            table = table.enter(slot(first), caller(first), limits, retirement(START))
                    .table();
            assertThat(table.line().waiters()).hasSize(before - 1);
            assertThat(table.slot(first)).isPresent();
        }
        assertThat(table.line().isEmpty()).isTrue();
    }

    @Property(tries = 500)
    void aNewCallersFirstWaitsForNoMoreThanOneOfEachOther(
            @ForAll @IntRange(min = 1, max = 60) int crowd, @ForAll @IntRange(min = 1, max = 5) int crowds) {
        var limits = new SlotLimits(1, 0, Duration.ofMinutes(15));
        SlotTable table = SlotTable.EMPTY
                .enter(slot(key(0)), "", limits, retirement(START))
                .table();
        for (int job = 1; job <= crowd * crowds; job++) {
            table = table.enter(slot(key(job)), "crowd" + job % crowds, limits, retirement(START))
                    .table();
        }
        AttemptKey first = key(crowd * crowds + 1);
        table = table.enter(slot(first), "somebody new", limits, retirement(START))
                .table();
        assertThat(table.line().ahead(first)).isEqualTo(crowds);
    }

    private static void holds(SlotTable table, SlotLimits limits) {
        assertThat(table.count(SlotState.READY)).isLessThanOrEqualTo(limits.cap());
        assertThat(table.slots()).hasSizeLessThanOrEqualTo(limits.total());
        var keys = new ArrayList<AttemptKey>();
        table.slots().forEach(slot -> keys.add(slot.key()));
        table.line().waiters().forEach(waiter -> keys.add(waiter.key()));
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    private static SlotTable apply(SlotTable table, Step step, SlotLimits limits, Instant now) {
        AttemptKey key = key(step.job());
        var state = table.slot(key).map(Slot::state);
        return switch (step.what()) {
            case "enter" ->
                table.enter(slot(key), caller(key), limits, retirement(now)).table();
            case "ready" ->
                state.filter(SlotState.DEPLOYING::equals).isPresent()
                        ? table.ready(key, limits, retirement(now)).table()
                        : table;
            case "retire" -> table.retire(key.jobId(), retirement(now)).table();
            default -> table.free(key, limits, now);
        };
    }

    @Provide
    Arbitrary<List<Step>> happenings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of("enter", "enter", "enter", "ready", "ready", "retire", "free"),
                        Arbitraries.integers().between(0, 10))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static AttemptKey key(int job) {
        return new AttemptKey("job" + job, 1, "endpoint", 1);
    }

    private static String caller(AttemptKey key) {
        return "caller" + key.jobId().hashCode() % 3;
    }

    private static Slot slot(AttemptKey key) {
        return Slot.deploying(key, key.resource("ty-test"), "model-" + key.jobId(), "request");
    }

    private static Retirement retirement(Instant now) {
        return new Retirement(now, "why", "cause");
    }
}
