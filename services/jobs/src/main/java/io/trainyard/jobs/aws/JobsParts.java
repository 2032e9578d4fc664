package io.trainyard.jobs.aws;

import io.trainyard.jobs.app.JobRecords;
import io.trainyard.jobs.app.PendingJobs;
import io.trainyard.jobs.app.ReadJobs;
import io.trainyard.jobs.app.SteerJob;
import io.trainyard.jobs.app.SubmitJob;
import io.trainyard.jobs.domain.Quota;
import io.trainyard.lambda.Deployment;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.steps.app.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the jobs API together. */
@ApplicationScoped
class JobsParts {

    @Produces
    @ApplicationScoped
    PendingJobs pending(DynamoDbClient dynamo, Deployment deployment) {
        return new DynamoPendingJobs(dynamo, deployment.table("pending"));
    }

    @Produces
    @ApplicationScoped
    JobRecords records(DynamoDbClient dynamo, Deployment deployment) {
        return new DynamoJobRecords(dynamo, deployment.table("ledger", "records"));
    }

    @Produces
    @Singleton
    SubmitJob.Sender sender(Deployment deployment, JobsConfig config) {
        return new SubmitJob.Sender(
                deployment.prefix(), deployment.account(), deployment.source(), new Quota(config.quota()));
    }

    @Produces
    @Singleton
    SubmitJob submit(
            SubmitJob.Sender sender,
            ExamineRequest examine,
            PendingJobs pending,
            JobRecords records,
            EventBus bus,
            Clock clock) {
        return new SubmitJob(sender, examine, pending, records, bus, clock);
    }

    @Produces
    @Singleton
    SteerJob steer(JobRecords records, PendingJobs pending, ExamineRequest examine, EventBus bus, Clock clock) {
        return new SteerJob(records, pending, examine, bus, clock);
    }

    @Produces
    @Singleton
    ReadJobs read(JobRecords records, PendingJobs pending) {
        return new ReadJobs(records, pending);
    }
}
