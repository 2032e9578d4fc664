package io.trainyard.events;

import java.util.Objects;

/** An endpoint and the job that it belongs to. */
public record EndpointOf(String jobId, String endpoint) {

    public EndpointOf {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(endpoint, "endpoint");
    }
}
