package io.trainyard.jobs.aws;

import io.trainyard.fakes.InMemoryBus;
import io.trainyard.jobs.app.InMemoryJobRecords;
import io.trainyard.jobs.app.InMemoryPendingJobs;
import io.trainyard.jobs.app.JobRecords;
import io.trainyard.jobs.app.PendingJobs;
import io.trainyard.requests.app.BadRequests;
import io.trainyard.requests.app.Datasets;
import io.trainyard.requests.app.InMemoryDatasets;
import io.trainyard.steps.app.EventBus;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** In the test application every port is in memory. */
@Alternative
@Priority(1)
@Singleton
class InMemoryParts {

    private final InMemoryPendingJobs pending = new InMemoryPendingJobs();
    private final InMemoryJobRecords records = new InMemoryJobRecords();
    private final InMemoryBus bus = new InMemoryBus();

    @Produces
    @Singleton
    @Typed({PendingJobs.class, InMemoryPendingJobs.class})
    InMemoryPendingJobs pending() {
        return pending;
    }

    @Produces
    @Singleton
    @Typed({JobRecords.class, InMemoryJobRecords.class})
    InMemoryJobRecords records() {
        return records;
    }

    @Produces
    @Singleton
    @Typed({EventBus.class, InMemoryBus.class})
    InMemoryBus bus() {
        return bus;
    }

    @Produces
    @Singleton
    @Typed({Datasets.class, InMemoryDatasets.class})
    InMemoryDatasets datasets() {
        return BadRequests.datasets();
    }
}
