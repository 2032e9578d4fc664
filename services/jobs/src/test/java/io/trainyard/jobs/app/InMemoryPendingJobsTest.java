package io.trainyard.jobs.app;

class InMemoryPendingJobsTest extends PendingJobsContract {

    @Override
    protected PendingJobs pending() {
        return new InMemoryPendingJobs();
    }
}
