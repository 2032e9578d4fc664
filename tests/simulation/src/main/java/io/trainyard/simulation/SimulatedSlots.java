package io.trainyard.simulation;

import io.trainyard.slots.SlotTable;
import io.trainyard.slots.Slots;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;

/** The slots item, and its transaction with a row. */
final class SimulatedSlots implements Slots {

    private final Attempts attempts;
    private SlotTable table = SlotTable.EMPTY;

    SimulatedSlots(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public SlotTable read() {
        return table;
    }

    @Override
    public boolean replace(SlotTable read, SlotTable next) {
        if (table.version() != read.version()) {
            return false;
        }
        table = next;
        return true;
    }

    @Override
    public boolean settle(SlotTable read, SlotTable next, Attempt row, Attempt settled) {
        if (table.version() != read.version() || !attempts.replace(row, settled)) {
            return false;
        }
        table = next;
        return true;
    }
}
