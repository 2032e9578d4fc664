package io.trainyard.local.dynamodb.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is defined.
 *
 * @param types the type (S, N or B) of every attribute that is part of a key
 */
public record TableSchema(
        Identity identity, Map<String, String> types, KeySchema key, List<IndexSchema> indexes, Settings settings) {

    public TableSchema {
        types = Map.copyOf(types);
        indexes = List.copyOf(indexes);
    }

    /**
     * Which table this is.
     *
     * @param id never used twice, not even for a table of the same name
     * @param created milliseconds since 1970
     */
    public record Identity(String name, String id, String arn, long created) {}

    /**
     * What can be changed about a table at any time.
     *
     * @param billing PROVISIONED or PAY_PER_REQUEST
     * @param ttlAttribute the attribute that says when an item expires; null where time to live is off
     */
    public record Settings(
            String billing,
            Throughput throughput,
            @Nullable String ttlAttribute,
            Map<String, String> tags,
            boolean deletionProtection,
            String tableClass) {

        public Settings {
            tags = Map.copyOf(new TreeMap<>(tags));
        }

        public Settings withTtl(@Nullable String attribute) {
            return new Settings(billing, throughput, attribute, tags, deletionProtection, tableClass);
        }

        public Settings withTags(Map<String, String> next) {
            return new Settings(billing, throughput, ttlAttribute, next, deletionProtection, tableClass);
        }
    }

    public String name() {
        return identity.name();
    }

    public Optional<IndexSchema> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    public TableSchema with(Settings next) {
        return new TableSchema(identity, types, key, indexes, next);
    }

    public TableSchema with(Map<String, String> nextTypes, List<IndexSchema> nextIndexes) {
        return new TableSchema(identity, nextTypes, key, nextIndexes, settings);
    }

    String itemsMap() {
        return "items." + identity.id();
    }

    String indexMap(IndexSchema index) {
        return "index." + identity.id() + "." + index.name();
    }
}
