package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.jobs.domain.ListedStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger's records, read only: documents of the shape that the ledger's README tells. May be a moment behind. */
public interface JobRecords {

    Optional<JsonNode> find(String jobId);

    /**
     * The records of some jobs by their ids; a job that is not recorded yet has none.
     *
     * @param jobIds 1 to 100, which are read at once
     */
    Map<String, JsonNode> of(List<String> jobIds);

    /**
     * The newest jobs, newest first.
     *
     * @param limit how many at most
     * @param status which of them
     */
    List<JsonNode> newest(int limit, ListedStatus status);

    /** The jobs that made the endpoint with this ARN, newest first. */
    List<JsonNode> ofEndpoint(String endpointArn);
}
