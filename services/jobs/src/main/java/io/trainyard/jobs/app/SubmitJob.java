package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.JobIds;
import io.trainyard.events.JobRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.JobRequest;
import io.trainyard.jobs.domain.PendingJob;
import io.trainyard.jobs.domain.Quota;
import io.trainyard.jobs.domain.Submitted;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.domain.Examined;
import io.trainyard.steps.app.EventBus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a job over HTTP: examined as intake will examine it, kept, said, marked said. The same key from the same caller with the
 * same request is the same job, and heals a kill in between; it is taken over any quota.
 */
public final class SubmitJob {

    /** Who sends jobs: a deployment, its account, its jobs API; and how many for each caller. */
    public record Sender(String deployment, String account, String source, Quota quota) {}

    private static final String KEY = "idempotencyKey";

    private final Sender sender;
    private final ExamineRequest examine;
    private final PendingJobs pending;
    private final JobRecords records;
    private final EventBus bus;
    private final Clock clock;

    public SubmitJob(
            Sender sender, ExamineRequest examine, PendingJobs pending, JobRecords records, EventBus bus, Clock clock) {
        this.sender = sender;
        this.examine = examine;
        this.pending = pending;
        this.records = records;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Submits a request.
     *
     * @param caller who asks, as the API's authorizer knows them; keys of different callers never meet
     * @param key what the caller means by this job; a fresh id where the caller has none
     * @param body the request; a key inside is replaced by the caller's composed one
     */
    public Submitted submit(String caller, String key, JsonNode body) {
        String id = JobIds.draw(sender.deployment(), sender.account(), sender.source(), caller + "/" + key);
        Instant now = clock.instant();
        Optional<Submitted> refusal = overQuota(caller, now);
        if (refusal.isPresent() && pending.find(id).isEmpty()) {
            return refusal.get();
        }
        return switch (examine.examine(composed(caller, key, body))) {
            case Examined.Refused refused -> new Submitted.Refused(refused.violations());
            case Examined.Accepted accepted -> {
                JobRequest request = accepted.request();
                yield take(new PendingJob(id, caller, hash(body), request.name(), now, false), request);
            }
        };
    }

    private Submitted take(PendingJob job, JobRequest request) {
        String id = job.jobId();
        if (pending.keep(job)) {
            say(job, request);
            return new Submitted.Taken(id, "PENDING");
        }
        PendingJob known = pending.find(id).orElseThrow();
        if (!known.hash().equals(job.hash())) {
            return new Submitted.KeyTaken(id);
        }
        if (!known.said()) {
            say(known, request);
        }
        Optional<String> status =
                records.find(id).map(record -> record.path("status").asText());
        return new Submitted.Taken(id, status.orElse("PENDING"));
    }

    private Optional<Submitted> overQuota(String caller, Instant now) {
        Quota quota = sender.quota();
        List<Instant> asked = pending.asked(caller, quota.since(now));
        return quota.next(asked).map(next -> new Submitted.OverQuota(quota.jobs(), asked.size(), now, next));
    }

    private void say(PendingJob job, JobRequest request) {
        EventType type = EventType.JOB_REQUESTED;
        String id = EventIds.ofRun(job.jobId(), 1, type);
        var metadata = new Metadata(id, job.jobId(), id, id, job.createdAt(), type.version());
        Event event = new Unrouted(metadata, new JobRequested(request));
        bus.say(List.of(event));
        pending.said(job.jobId());
    }

    private static JsonNode composed(String caller, String key, JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy().put(KEY, caller + "/" + key) : body;
    }

    private static String hash(JsonNode body) {
        ObjectNode rest = ((ObjectNode) body).deepCopy().without(KEY);
        return EventIds.digest(Json.write(Json.convert(rest, Object.class)));
    }
}
