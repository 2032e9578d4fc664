package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.jobs.domain.EventTree;
import io.trainyard.jobs.domain.ListedStatus;
import io.trainyard.jobs.domain.PendingJob;
import io.trainyard.jobs.domain.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the jobs that somebody may see: the ledger's record, or the fact that a job was taken and nothing is recorded yet. */
public final class ReadJobs {

    private static final List<String> SUMMARY = List.of(
            "jobId", "name", "status", "run", "createdAt", "updatedAt", "artifacts", "error", "errorCause", "waiting");

    private final JobRecords records;
    private final PendingJobs pending;

    public ReadJobs(JobRecords records, PendingJobs pending) {
        this.records = records;
        this.pending = pending;
    }

    /** The whole record; empty also where the job is somebody else's. */
    public Optional<JsonNode> find(Viewer viewer, String jobId) {
        return viewer.operates() || own(viewer, jobId) ? find(jobId) : Optional.empty();
    }

    /** {@code {jobs: [...]}}, newest first, with what a list shows of each. */
    public JsonNode list(Viewer viewer, int limit, ListedStatus status) {
        return summaries(
                viewer.operates()
                        ? records.newest(limit, status)
                        : BatchedReads.first(
                                limit, pending.of(viewer.subject()).iterator(), this::known, status::shows));
    }

    /** The same of the jobs that made an endpoint (A12). */
    public JsonNode ofEndpoint(Viewer viewer, String endpointArn) {
        return summaries(records.ofEndpoint(endpointArn).stream()
                .filter(record ->
                        viewer.operates() || own(viewer, record.path("jobId").asText()))
                .toList());
    }

    /** {@code {jobId, status, events: [...], tree: [...]}}: the events oldest first, and arranged by what led to what. */
    public Optional<JsonNode> events(Viewer viewer, String jobId) {
        return find(viewer, jobId).map(record -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("jobId", jobId).put("status", record.path("status").asText());
            answer.putArray("events").addAll((ArrayNode) record.withArray("/events"));
            answer.set("tree", EventTree.of(record.path("events")));
            return answer;
        });
    }

    private boolean own(Viewer viewer, String jobId) {
        return pending.find(jobId).filter(viewer::owns).isPresent();
    }

    private Optional<JsonNode> find(String jobId) {
        return records.find(jobId).or(() -> taken(jobId));
    }

    private Stream<JsonNode> known(List<String> jobIds) {
        Map<String, JsonNode> recorded = records.of(jobIds);
        return jobIds.stream()
                .flatMap(jobId -> Optional.ofNullable(recorded.get(jobId)).or(() -> taken(jobId)).stream());
    }

    private Optional<JsonNode> taken(String jobId) {
        return pending.find(jobId).map(ReadJobs::fresh);
    }

    private static JsonNode summaries(List<JsonNode> records) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode jobs = answer.putArray("jobs");
        records.forEach(record -> jobs.add(summary(record)));
        return answer;
    }

    private static ObjectNode summary(JsonNode record) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        SUMMARY.stream().filter(record::has).forEach(field -> summary.set(field, record.get(field)));
        return summary;
    }

    private static JsonNode fresh(PendingJob job) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("jobId", job.jobId())
                .put("name", job.name())
                .put("status", "PENDING")
                .put("run", 0);
        record.put("createdAt", job.createdAt().toString());
        record.putArray("history")
                .addObject()
                .put("status", "PENDING")
                .put("at", job.createdAt().toString())
                .put("run", 0);
        return record;
    }
}
