package io.trainyard.endpoints.fakes;

import io.trainyard.fakes.InMemoryAttempts;
import io.trainyard.slots.Slots;
import io.trainyard.steps.app.Attempts;

class InMemorySlotsTest extends SlotsContract {

    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final InMemorySlots slots = new InMemorySlots(attempts);

    @Override
    protected Slots slots() {
        return slots;
    }

    @Override
    protected Attempts attempts() {
        return attempts;
    }
}
