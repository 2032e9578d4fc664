package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.jobs.domain.ListedStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Map<String, JsonNode> of(List<String> jobIds) {
        return jobIds.stream().filter(records::containsKey).collect(Collectors.toMap(id -> id, records::get));
    }

    @Override
    public List<JsonNode> newest(int limit, ListedStatus status) {
        return newest().filter(status::shows).limit(limit).toList();
    }

    @Override
    public List<JsonNode> ofEndpoint(String endpointArn) {
        return newest().filter(
                        record -> record.at("/artifacts/endpointArn").asText().equals(endpointArn))
                .toList();
    }

    private Stream<JsonNode> newest() {
        return records.values().stream()
                .sorted(Comparator.comparing(
                                (JsonNode record) -> record.path("createdAt").asText())
                        .reversed());
    }
}
