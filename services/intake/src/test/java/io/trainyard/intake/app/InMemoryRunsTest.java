package io.trainyard.intake.app;

class InMemoryRunsTest extends RunsContract {

    @Override
    protected Runs runs() {
        return new InMemoryRuns();
    }

    @Override
    protected Refusals refusals() {
        return new InMemoryRefusals();
    }
}
