package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.KeySchema;
import io.trainyard.local.dynamodb.storage.Throughput;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads and checks the keys and indexes that CreateTable and UpdateTable define. */
record TableDefinition(Map<String, String> types, KeySchema key, List<IndexSchema> indexes) {

    private static final int MAX_LOCAL = 5;
    private static final int MAX_GLOBAL = 20;

    TableDefinition {
        types = Map.copyOf(types);
        indexes = List.copyOf(indexes);
    }

    static Map<String, String> types(Parameters request) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Parameters each : request.list("AttributeDefinitions")) {
            each.requiredText("AttributeType");
            if (types.put(each.requiredText("AttributeName"), each.choice("AttributeType", "S", "B", "N", "S"))
                    != null) {
                throw ServiceError.invalidParameter(
                        "Duplicate AttributeName in AttributeDefinitions: " + each.requiredText("AttributeName"));
            }
        }
        return types;
    }

    static KeySchema key(Parameters request) {
        List<Parameters> elements = request.list("KeySchema");
        if (elements.isEmpty()) {
            throw request.missing("KeySchema");
        }
        if (elements.size() > 2) {
            throw ServiceError.constraint(
                    request.node().path("KeySchema").toString(),
                    request.member("KeySchema"),
                    "Member must have length less than or equal to 2");
        }
        String hash = element(elements.getFirst(), "HASH", "first");
        if (elements.size() == 1) {
            return new KeySchema(hash, null);
        }
        String range = element(elements.get(1), "RANGE", "second");
        if (range.equals(hash)) {
            throw ServiceError.validation(
                    "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
        return new KeySchema(hash, range);
    }

    private static String element(Parameters element, String type, String place) {
        element.requiredText("KeyType");
        if (!element.choice("KeyType", "HASH", "HASH", "RANGE").equals(type)) {
            throw ServiceError.validation(
                    "Invalid KeySchema: The " + place + " KeySchemaElement is not a " + type + " key type");
        }
        return element.requiredText("AttributeName");
    }

    static IndexSchema index(Parameters each, boolean global) {
        String name = each.requiredText("IndexName");
        TableNames.check("IndexName", each.member("IndexName"), name);
        KeySchema key = key(each);
        Parameters projection = each.nested("Projection").orElseThrow(() -> each.missing("Projection"));
        List<String> included = projection.texts("NonKeyAttributes");
        Optional<String> type = projection.text("ProjectionType");
        if (type.isEmpty()) {
            throw ServiceError.invalidParameter("Unknown ProjectionType: null");
        }
        String chosen = projection.choice("ProjectionType", "ALL", "ALL", "INCLUDE", "KEYS_ONLY");
        if (chosen.equals("INCLUDE") && included.isEmpty()) {
            throw ServiceError.invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        if (!chosen.equals("INCLUDE") && !included.isEmpty()) {
            throw ServiceError.invalidParameter("ProjectionType is " + chosen + ", but NonKeyAttributes is specified");
        }
        return new IndexSchema(name, global, key, chosen, included, throughput(each));
    }

    static Throughput throughput(Parameters request) {
        return request.nested("ProvisionedThroughput")
                .map(given -> new Throughput(units(given, "ReadCapacityUnits"), units(given, "WriteCapacityUnits")))
                .orElse(Throughput.NONE);
    }

    private static long units(Parameters given, String name) {
        return given.integerFrom(name, 1).orElseThrow(() -> given.missing(name));
    }

    /** Refuses what does not fit together, in the order in which AWS looks at it. */
    void check() {
        Set<String> used = new LinkedHashSet<>(key.attributes());
        requireDefined(key, "Some index key attributes are not defined in AttributeDefinitions. Keys: ");
        Set<String> names = new HashSet<>();
        for (IndexSchema index : indexes) {
            requireDefined(index.key(), "Some index key attributes are not defined in AttributeDefinitions. Keys: ");
            used.addAll(index.key().attributes());
            if (!names.add(index.name())) {
                throw ServiceError.invalidParameter("Duplicate index name: " + index.name());
            }
            if (!index.global()) {
                checkLocal(index);
            }
        }
        checkCount(false, "LocalSecondaryIndexes", MAX_LOCAL);
        checkCount(true, "GlobalSecondaryIndexes", MAX_GLOBAL);
        if (!used.containsAll(types.keySet())) {
            throw ServiceError.invalidParameter(
                    indexes.isEmpty()
                            ? "Number of attributes in KeySchema does not exactly match number of attributes defined in"
                                    + " AttributeDefinitions"
                            : "Some AttributeDefinitions are not used. AttributeDefinitions: " + sorted(types.keySet())
                                    + ", keys used: " + sorted(used));
        }
    }

    private void requireDefined(KeySchema schema, String words) {
        if (!types.keySet().containsAll(schema.attributes())) {
            throw ServiceError.invalidParameter(
                    words + schema.attributes() + ", AttributeDefinitions: " + sorted(types.keySet()));
        }
    }

    private void checkLocal(IndexSchema index) {
        if (key.range() == null) {
            throw ServiceError.invalidParameter("Table KeySchema does not have a range key, which is required when"
                    + " specifying a LocalSecondaryIndex");
        }
        if (!index.key().hash().equals(key.hash())) {
            throw ServiceError.invalidParameter(
                    "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                            + index.name() + ". index hash key: " + index.key().hash() + ", table hash key: "
                            + key.hash());
        }
        if (Objects.isNull(index.key().range())) {
            throw ServiceError.invalidParameter("Index KeySchema does not have a range key for index: " + index.name());
        }
    }

    private void checkCount(boolean global, String member, int most) {
        if (indexes.stream().filter(index -> index.global() == global).count() > most) {
            throw ServiceError.invalidParameter("Number of " + member + " exceeds per-table limit of " + most);
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
