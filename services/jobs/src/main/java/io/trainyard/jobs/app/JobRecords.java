package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The ledger's records, read only: documents of the shape that the ledger's README tells. May be a moment behind. */
public interface JobRecords {

    Optional<JsonNode> find(String jobId);

    /**
     * The newest jobs, newest first.
     *
     * @param limit how many at most
     * @param status only those with this status; empty for all but those whose endpoint is deleted
     */
    List<JsonNode> newest(int limit, String status);

    /** The jobs that made the endpoint with this ARN, newest first. */
    List<JsonNode> ofEndpoint(String endpointArn);
}
