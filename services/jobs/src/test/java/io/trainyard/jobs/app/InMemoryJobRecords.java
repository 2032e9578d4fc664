package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Records in memory: a test writes what the ledger would. */
public final class InMemoryJobRecords implements JobRecords {

    private final Map<String, JsonNode> records = new ConcurrentHashMap<>();

    public void write(String document) {
        JsonNode record = Json.tree(document);
        records.put(record.path("jobId").asText(), record);
    }

    public void clear() {
        records.clear();
    }

    @Override
    public Optional<JsonNode> find(String jobId) {
        return Optional.ofNullable(records.get(jobId));
    }

    @Override
    public List<JsonNode> newest(int limit, String status) {
        return records.values().stream()
                .filter(record -> status.isEmpty()
                        ? !record.path("status").asText().equals("ENDPOINT_DELETED")
                        : record.path("status").asText().equals(status))
                .sorted(Comparator.comparing(
                                (JsonNode record) -> record.path("createdAt").asText())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<JsonNode> ofEndpoint(String endpointArn) {
        return newest(Integer.MAX_VALUE, "").stream()
                .filter(record -> record.at("/artifacts/endpointArn").asText().equals(endpointArn))
                .toList();
    }
}
