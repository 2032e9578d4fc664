package io.trainyard.jobs.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.jobs.app.InMemoryJobRecords;
import io.trainyard.jobs.app.InMemoryPendingJobs;
import io.trainyard.jobs.app.JobRecords;
import io.trainyard.jobs.app.PendingJobs;
import io.trainyard.lambda.Roles;
import io.trainyard.lambda.SignedRequests;
import io.trainyard.requests.app.BadRequests;
import io.trainyard.requests.app.Datasets;
import io.trainyard.requests.app.InMemoryDatasets;
import io.trainyard.steps.app.EventBus;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** In the test application every port is in memory, and who calls is known without an authorizer. */
@Alternative
@Priority(1)
@Singleton
class InMemoryParts {

    private final SignedRequests requests = new SignedRequests(Path.of("service.yaml"));
    private final InMemoryPendingJobs pending = new InMemoryPendingJobs();
    private final InMemoryJobRecords records = new InMemoryJobRecords();
    private final InMemoryBus bus = new InMemoryBus();

    /** Who calls is what a test's headers say; without any it is somebody who may do everything. */
    @Produces
    @RequestScoped
    APIGatewayV2HTTPEvent event(CurrentVertxRequest current) {
        HttpServerRequest request = current.getCurrent().request();
        return requests.event(request.method().name(), request.path(), request::getHeader, "[submit operate]");
    }

    @Produces
    @Singleton
    Roles roles() {
        return requests.roles();
    }

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
