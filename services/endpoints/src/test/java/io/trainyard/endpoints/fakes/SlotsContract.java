package io.trainyard.endpoints.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotLimits;
import io.trainyard.slots.SlotTable;
import io.trainyard.slots.Slots;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Cause;
import io.trainyard.steps.domain.Lease;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of slots promises. */
public abstract class SlotsContract {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    /** An empty store over these rows. */
    protected abstract Slots slots();

    /** The rows that the transaction spans. */
    protected abstract Attempts attempts();

    @Test
    void startsEmpty() {
        assertThat(slots().read()).isEqualTo(SlotTable.EMPTY);
    }

    @Test
    void keepsWhatWasWritten() {
        Slots slots = slots();
        SlotTable table = taken(SlotTable.EMPTY, "a");

        assertThat(slots.replace(SlotTable.EMPTY, table)).isTrue();
        assertThat(slots.read()).isEqualTo(table);
    }

    @Test
    void writesOnlyOverTheVersionThatWasRead() {
        Slots slots = slots();
        SlotTable first = taken(SlotTable.EMPTY, "a");
        slots.replace(SlotTable.EMPTY, first);

        assertThat(slots.replace(SlotTable.EMPTY, taken(SlotTable.EMPTY, "b"))).isFalse();
        assertThat(slots.read()).isEqualTo(first);
        assertThat(slots.replace(first, taken(first, "b"))).isTrue();
    }

    @Test
    void writesTableAndRowTogether() {
        Slots slots = slots();
        Attempt row = row();
        SlotTable table = taken(SlotTable.EMPTY, "a");

        assertThat(slots.settle(SlotTable.EMPTY, table, row, row.as(AttemptState.LAUNCHED)))
                .isTrue();
        assertThat(slots.read()).isEqualTo(table);
        assertThat(attempts().find(row.key()).orElseThrow().state()).isEqualTo(AttemptState.LAUNCHED);
    }

    @Test
    void writesNeitherWhereTheRowHasChanged() {
        Slots slots = slots();
        Attempt row = row();
        attempts().replace(row, row.as(AttemptState.STOPPING));

        assertThat(slots.settle(SlotTable.EMPTY, taken(SlotTable.EMPTY, "a"), row, row.as(AttemptState.LAUNCHED)))
                .isFalse();
        assertThat(slots.read()).isEqualTo(SlotTable.EMPTY);
        assertThat(attempts().find(row.key()).orElseThrow().state()).isEqualTo(AttemptState.STOPPING);
    }

    @Test
    void writesNeitherWhereTheTableHasChanged() {
        Slots slots = slots();
        Attempt row = row();
        SlotTable first = taken(SlotTable.EMPTY, "a");
        slots.replace(SlotTable.EMPTY, first);

        assertThat(slots.settle(SlotTable.EMPTY, taken(SlotTable.EMPTY, "b"), row, row.as(AttemptState.LAUNCHED)))
                .isFalse();
        assertThat(slots.read()).isEqualTo(first);
        assertThat(attempts().find(row.key()).orElseThrow().state()).isEqualTo(AttemptState.CLAIMED);
    }

    private Attempt row() {
        var plan = Plan.draw(
                List.of(new PlannedStep("endpoint", "endpoint", List.of(), JsonNodeFactory.instance.objectNode())));
        var position = Position.start(1, START, plan);
        Attempt row = Attempt.claimed(
                key("a"),
                position,
                position.open().getFirst().next().getFirst(),
                new Cause("cause", "request"),
                new Lease("owner", START));
        attempts().create(row);
        return row;
    }

    private static SlotTable taken(SlotTable table, String job) {
        var slot = Slot.deploying(key(job), key(job).resource("ty-test"), "model", "request");
        return table.enter(slot, "", SlotLimits.defaults(), new Retirement(START, "why", "cause"))
                .table();
    }

    private static AttemptKey key(String job) {
        return new AttemptKey(job, 1, "endpoint", 1);
    }
}
