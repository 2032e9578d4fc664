package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.jobs.domain.Resume;
import io.trainyard.jobs.domain.Steered;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Asks for a change in a job's course. Each is an event that names the run, under one id however often it is asked; what comes of
 * it is decided by who hears it. The check here only spares people a request that can do nothing.
 */
public final class SteerJob {

    private static final Set<String> OVER =
            Set.of("REJECTED", "COMPLETED", "READY", "ENDPOINT_DELETED", "ERROR", "CANCELLED");

    private static final Predicate<JsonNode> FAILED = record -> status(record).equals("ERROR");

    /** A run's endpoint may stand although the run has come to this (ADR 10). */
    private static final Set<String> FAILED_OR_PARKED = Set.of("ERROR", "PARKED");

    private final JobRecords records;
    private final PendingJobs pending;
    private final ExamineRequest examine;
    private final EventBus bus;
    private final Clock clock;

    public SteerJob(JobRecords records, PendingJobs pending, ExamineRequest examine, EventBus bus, Clock clock) {
        this.records = records;
        this.pending = pending;
        this.examine = examine;
        this.bus = bus;
        this.clock = clock;
    }

    /** Stops what runs for the newest run, unless that is decided. */
    public Steered cancel(String caller, String jobId) {
        Optional<JsonNode> record = records.find(jobId);
        if (record.isEmpty() && pending.find(jobId).isEmpty()) {
            return new Steered.Unknown();
        }
        String status = record.map(SteerJob::status).orElse("PENDING");
        if (OVER.contains(status)) {
            return new Steered.Impossible("job " + jobId + " is " + status + ": there is nothing left to cancel"
                    + (status.equals("READY") ? "; delete its endpoint with DELETE /jobs/" + jobId + "/endpoint" : ""));
        }
        int run = Math.max(1, record.map(SteerJob::run).orElse(1));
        say(jobId, run, new JobCancelRequested(run, caller));
        return new Steered.Asked(jobId, run, "run " + run + " is being cancelled");
    }

    /**
     * Opens the next run of a failed job, unless what it changes breaks the deployment's rules.
     *
     * @param how where it begins again and what it changes
     */
    public Steered resume(String caller, String jobId, Resume how) {
        return where(FAILED, jobId, "only a failed job can be resumed", record -> {
            List<String> unknown = how.unknownSteps(record);
            if (!unknown.isEmpty()) {
                return new Steered.Impossible("job " + jobId + " has no step " + String.join(", ", unknown));
            }
            int run = run(record);
            JobResumeRequested resume = how.fact(run, caller);
            List<Violation> faults = faults(record, resume);
            if (!faults.isEmpty()) {
                return new Steered.Refused(faults);
            }
            say(jobId, how.eventId(jobId, run), resume);
            return new Steered.Asked(jobId, run + 1, "run " + (run + 1) + " is being opened");
        });
    }

    /** A record that was written before records had plans tells nothing of this; then intake alone decides. */
    private List<Violation> faults(JsonNode record, JobResumeRequested resume) {
        if (record.path("plan").isEmpty()) {
            return List.of();
        }
        Plan failed = Json.convert(record.path("plan"), Plan.class);
        return examine.examineResume(failed, resume, record.path("name").asText());
    }

    /** Ends the waits for capacity of the newest run. */
    public Steered retryNow(String caller, String jobId) {
        Optional<JsonNode> record = records.find(jobId);
        if (record.isEmpty() && pending.find(jobId).isEmpty()) {
            return new Steered.Unknown();
        }
        if (record.isEmpty() || record.get().path("waiting").isEmpty()) {
            return new Steered.Impossible("job " + jobId + " is "
                    + record.map(SteerJob::status).orElse("PENDING") + ": nothing of it waits for a next try");
        }
        int run = run(record.get());
        // Each asking is an event of its own: a job may wait, be woken and wait again.
        say(jobId, now(jobId, run, "retry"), new JobRetryRequested(run, caller));
        return new Steered.Asked(jobId, run, "what waits in run " + run + " is tried again now");
    }

    /** Has what released the open steps of the newest run said again, or how it ended: for an event that was lost on its way. */
    public Steered nudge(String caller, String jobId) {
        Optional<JsonNode> record = records.find(jobId);
        if (record.isEmpty() && pending.find(jobId).isEmpty()) {
            return new Steered.Unknown();
        }
        int run = record.map(SteerJob::run).orElse(0);
        if (run == 0) {
            return new Steered.Impossible(
                    "job " + jobId + " is " + record.map(SteerJob::status).orElse("PENDING")
                            + ": no run of it is open, so nothing can be said again");
        }
        say(jobId, now(jobId, run, "nudge"), new JobNudgeRequested(run, caller));
        String what = OVER.contains(record.map(SteerJob::status).orElse(""))
                ? "how run " + run + " ended"
                : "what released the open steps of run " + run;
        return new Steered.Asked(jobId, run, what + " is said again");
    }

    /** Takes the endpoint of a job down, also where a run has failed or waits for a person while its endpoint stands. */
    public Steered retire(String caller, String jobId) {
        String rule = "only a job that is READY, or that failed while its endpoint stands, has an endpoint to delete";
        return where(SteerJob::mayServe, jobId, rule, record -> {
            int run = run(record);
            say(jobId, run, new EndpointRetireRequested(caller));
            return new Steered.Asked(jobId, run, "the endpoint is being deleted");
        });
    }

    private static boolean mayServe(JsonNode record) {
        String status = status(record);
        return status.equals("READY")
                || FAILED_OR_PARKED.contains(status)
                        && record.at("/artifacts/endpointArn").isTextual();
    }

    private Steered where(Predicate<JsonNode> state, String jobId, String rule, Function<JsonNode, Steered> then) {
        Optional<JsonNode> record = records.find(jobId);
        if (record.isEmpty() && pending.find(jobId).isEmpty()) {
            return new Steered.Unknown();
        }
        return record.filter(state)
                .map(then)
                .orElseGet(() -> new Steered.Impossible(
                        "job " + jobId + " is " + record.map(SteerJob::status).orElse("PENDING") + ": " + rule));
    }

    private void say(String jobId, int run, UnroutedFact fact) {
        say(jobId, EventIds.ofRun(jobId, run, EventType.of(fact)), fact);
    }

    private void say(String jobId, String id, UnroutedFact fact) {
        EventType type = EventType.of(fact);
        bus.say(List.of(new Unrouted(new Metadata(id, jobId, id, id, clock.instant(), type.version()), fact)));
    }

    private String now(String jobId, int run, String what) {
        return EventIds.digest(
                        jobId, Integer.toString(run), what, clock.instant().toString())
                .substring(0, 32);
    }

    private static String status(JsonNode record) {
        return record.path("status").asText();
    }

    private static int run(JsonNode record) {
        return record.path("run").asInt();
    }
}
