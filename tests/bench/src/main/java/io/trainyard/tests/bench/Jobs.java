package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Submits jobs and waits for their ends. */
final class Jobs {

    private static final Duration GLANCE = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final io.trainyard.cli.api.Jobs jobs;
    private final Surroundings surroundings;

    Jobs(RunningAccount account, Surroundings surroundings) {
        this.jobs = new io.trainyard.cli.api.Jobs(Api.of(account));
        this.surroundings = surroundings;
    }

    /** Asks for a job; returns its id. */
    String submit(JsonNode request) {
        return Json.text(jobs.submit(request), "jobId").orElseThrow();
    }

    /** Asks for jobs at once; returns their ids. */
    List<String> submitTogether(List<JsonNode> requests) {
        return requests.parallelStream().map(this::submit).toList();
    }

    /** A whole job whose record holds its terminal event. */
    JobView finished(String jobId) {
        return await(jobId, Jobs::hasEnded);
    }

    /** One whole job that has gone as it was asked to. */
    JobView run(JsonNode request) {
        return succeeded(finished(submit(request)));
    }

    /** @throws IllegalStateException where the job was lost */
    static JobView succeeded(JobView job) {
        if (job.isLost()) {
            throw new IllegalStateException("job " + job.jobId() + " ended as " + job.status() + ": "
                    + job.cause().orElse("no cause recorded"));
        }
        return job;
    }

    JobView await(String jobId, Predicate<JobView> wanted) {
        Instant giveUp = surroundings.clock().instant().plus(PATIENCE);
        JobView job = jobs.job(jobId);
        while (!wanted.test(job)) {
            if (surroundings.clock().instant().isAfter(giveUp)) {
                throw new IllegalStateException("job " + jobId + " is still " + job.status() + " after " + PATIENCE);
            }
            surroundings.pauseFor(GLANCE);
            job = jobs.job(jobId);
        }
        return job;
    }

    private static boolean hasEnded(JobView job) {
        return job.isOver()
                && job.events().stream().anyMatch(event -> event.name().matches("job-(completed|failed)"));
    }
}
