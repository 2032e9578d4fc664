package io.trainyard.local.dynamodb.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it is defined.
 *
 * @param types the type (S, N or B) of every attribute that is part of a key
 */
public record TableSchema(
        TableIdentity identity,
        Map<String, String> types,
        KeySchema key,
        List<IndexSchema> indexes,
        TableSettings settings) {

    public TableSchema {
        types = Map.copyOf(types);
        indexes = List.copyOf(indexes);
    }

    public String name() {
        return identity.name();
    }

    public Optional<IndexSchema> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    public TableSchema with(TableSettings next) {
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
