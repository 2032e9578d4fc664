package io.trainyard.slots;

import io.trainyard.steps.domain.Attempt;

/**
 * The one item that holds all slots. Every read is consistent, every write is conditional on the version that was read, an
 * answered write is never lost.
 */
public interface Slots {

    /** The table as it is now; {@link SlotTable#EMPTY} before the first write. */
    SlotTable read();

    /** Writes {@code next} over {@code read}. False where the table has changed meanwhile; nothing is written then. */
    boolean replace(SlotTable read, SlotTable next);

    /**
     * Writes the table and the row of an attempt in one transaction: both are still at the version they were read at, or neither is
     * written and the answer is false.
     */
    boolean settle(SlotTable read, SlotTable next, Attempt row, Attempt settled);
}
