package io.trainyard.endpoints.fakes;

import io.trainyard.slots.SlotTable;
import io.trainyard.slots.Slots;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;

/** The slots in memory; the transaction spans them and the rows that it was given. */
public final class InMemorySlots implements Slots {

    private final Attempts attempts;
    private SlotTable now = SlotTable.EMPTY;

    private Runnable afterNextRead = () -> {};

    /** @param attempts the rows themselves, not a wrapper that may fail: a transaction does not stop half-way */
    public InMemorySlots(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public synchronized SlotTable read() {
        SlotTable read = now;
        Runnable meanwhile = afterNextRead;
        afterNextRead = () -> {};
        meanwhile.run();
        return read;
    }

    /** What somebody else does between the next read and whatever its reader does with it. */
    public synchronized void afterNextRead(Runnable meanwhile) {
        afterNextRead = meanwhile;
    }

    @Override
    public synchronized boolean replace(SlotTable read, SlotTable next) {
        if (now.version() != read.version()) {
            return false;
        }
        now = next;
        return true;
    }

    @Override
    public synchronized boolean settle(SlotTable read, SlotTable next, Attempt row, Attempt settled) {
        if (now.version() != read.version() || !attempts.replace(row, settled)) {
            return false;
        }
        now = next;
        return true;
    }
}
