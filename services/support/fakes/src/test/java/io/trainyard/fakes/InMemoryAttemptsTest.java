package io.trainyard.fakes;

import io.trainyard.steps.app.Attempts;

class InMemoryAttemptsTest extends AttemptsContract {

    @Override
    protected Attempts attempts() {
        return new InMemoryAttempts();
    }
}
