package io.trainyard.local.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.DataPlaces;
import io.trainyard.wiring.Deployment;
import java.util.List;
import java.util.Map;

/** Where services may read on S3, from the settings that the functions get; Terraform has a variable for it. */
final class Places {

    private static final String BUCKET = "TRAINYARD_BUCKET";
    private static final String LIMITS = "TRAINYARD_REQUESTS_LIMITS";

    private Places() {}

    /** The locations that requests are limited to; without a limit, every bucket. */
    static DataPlaces of(Map<String, String> settings, Deployment deployment) {
        var bucket = settings.getOrDefault(BUCKET, deployment.artifactsBucket());
        var locations = locations(settings.getOrDefault(LIMITS, "{}"));
        return locations.isEmpty() ? DataPlaces.anywhere(bucket) : new DataPlaces(bucket, locations);
    }

    private static List<String> locations(String limits) {
        try {
            var listed = JsonProtocol.JSON.readTree(limits).path("locations");
            return listed.isArray()
                    ? JsonProtocol.JSON.convertValue(listed, new TypeReference<List<String>>() {})
                    : List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(LIMITS + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
