package io.trainyard.local.dynamodb.storage;

import java.util.List;

/**
 * A secondary index.
 *
 * @param global true for a GSI, false for an LSI
 * @param projection ALL, KEYS_ONLY or INCLUDE
 * @param included the attributes that INCLUDE adds to the keys
 */
public record IndexSchema(
        String name, boolean global, KeySchema key, String projection, List<String> included, Throughput throughput) {

    public IndexSchema {
        included = List.copyOf(included);
    }
}
