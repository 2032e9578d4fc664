package io.trainyard.local.dynamodb.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed about a table at any time.
 *
 * @param billing PROVISIONED or PAY_PER_REQUEST
 * @param ttlAttribute the attribute that says when an item expires; null where time to live is off
 */
public record TableSettings(
        String billing,
        Throughput throughput,
        @Nullable String ttlAttribute,
        Map<String, String> tags,
        boolean deletionProtection,
        String tableClass) {

    public TableSettings {
        tags = Map.copyOf(tags);
    }

    public TableSettings withTtl(@Nullable String attribute) {
        return new TableSettings(billing, throughput, attribute, tags, deletionProtection, tableClass);
    }

    public TableSettings withTags(Map<String, String> next) {
        return new TableSettings(billing, throughput, ttlAttribute, next, deletionProtection, tableClass);
    }
}
