package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Map;
import java.util.TreeMap;

/** What tables on AWS have and these have not: refused by name, never left out in silence. */
final class Unsupported {

    private static final Map<String, String> UNSUPPORTED = new TreeMap<>(Map.of(
            "ReplicaUpdates", "it has no global tables",
            "GlobalTableWitnessUpdates", "it has no global tables",
            "MultiRegionConsistency", "it has no global tables",
            "ResourcePolicy", "it has no policies on tables",
            "OnDemandThroughput", "it limits no throughput",
            "WarmThroughput", "it limits no throughput"));

    private Unsupported() {}

    static void refuse(Parameters request) {
        boolean stream = request.nested("StreamSpecification")
                .map(given -> given.flag("StreamEnabled", true))
                .orElse(false);
        if (stream) {
            throw unsupported("StreamSpecification", "it has no DynamoDB Streams");
        }
        boolean encrypted = request.nested("SSESpecification")
                .map(given -> given.flag("Enabled", false))
                .orElse(false);
        if (encrypted) {
            throw unsupported("SSESpecification", "it encrypts nothing");
        }
        UNSUPPORTED.forEach((member, why) -> {
            if (request.has(member)) {
                throw unsupported(member, why);
            }
        });
    }

    private static ServiceError unsupported(String member, String why) {
        return ServiceError.validation(
                member + " is not supported by the local account: " + why + ". Leave " + member + " out.");
    }
}
