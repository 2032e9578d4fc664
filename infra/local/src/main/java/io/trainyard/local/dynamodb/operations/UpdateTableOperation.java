package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.KeySchema;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.storage.TableSchema;
import io.trainyard.local.dynamodb.storage.TableSettings;
import io.trainyard.local.dynamodb.storage.Throughput;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** UpdateTable: billing, throughput, deletion protection, class, and global secondary indexes made or deleted. */
public final class UpdateTableOperation implements Operation {

    private final Catalogue catalogue;

    public UpdateTableOperation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ObjectNode answer(Parameters request) {
        Table table = TableOperations.named(catalogue, request);
        TableOperations.refuseUnsupported(request);
        TableSchema schema = table.schema();
        List<IndexSchema> indexes = indexes(schema, request.list("GlobalSecondaryIndexUpdates"));
        TableDefinition definition = new TableDefinition(types(schema, request, indexes), schema.key(), indexes);
        definition.check();
        TableSchema next =
                schema.with(definition.types(), definition.indexes()).with(settings(schema.settings(), request));
        if (next.equals(schema)) {
            throw ServiceError.validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        catalogue.change(table, next);
        ObjectNode answer = Json.object();
        answer.set("TableDescription", TableDescription.of(next, "UPDATING", table.count()));
        return answer;
    }

    private static TableSettings settings(TableSettings old, Parameters request) {
        String billing = request.choice("BillingMode", old.billing(), "PROVISIONED", "PAY_PER_REQUEST");
        Throughput given = TableDefinition.throughput(request);
        boolean keep = given.equals(Throughput.NONE) && billing.equals(old.billing());
        Throughput throughput = keep ? old.throughput() : given;
        TableOperations.checkBilling(billing, throughput);
        return new TableSettings(
                billing,
                throughput,
                old.ttlAttribute(),
                old.tags(),
                request.flag("DeletionProtectionEnabled", old.deletionProtection()),
                request.choice("TableClass", old.tableClass(), "STANDARD", "STANDARD_INFREQUENT_ACCESS"));
    }

    private static List<IndexSchema> indexes(TableSchema schema, List<Parameters> updates) {
        List<IndexSchema> indexes = new ArrayList<>(schema.indexes());
        for (Parameters update : updates) {
            update.nested("Create").ifPresent(create -> indexes.add(TableDefinition.index(create, true)));
            update.nested("Delete").ifPresent(delete -> {
                String name = delete.requiredText("IndexName");
                if (!indexes.removeIf(index -> index.global() && index.name().equals(name))) {
                    throw ServiceError.notFound(
                            "Requested resource not found: Index: " + name + " of table: " + schema.name());
                }
            });
            update.nested("Update")
                    .ifPresent(
                            change -> indexes.replaceAll(index -> index.name().equals(change.requiredText("IndexName"))
                                    ? withThroughput(index, TableDefinition.throughput(change))
                                    : index));
        }
        return indexes;
    }

    private static IndexSchema withThroughput(IndexSchema index, Throughput throughput) {
        return new IndexSchema(
                index.name(), index.global(), index.key(), index.projection(), index.included(), throughput);
    }

    /** The types of the attributes that are still part of a key, the request's own among them. */
    private static Map<String, String> types(TableSchema schema, Parameters request, List<IndexSchema> indexes) {
        Set<String> used = new HashSet<>(schema.key().attributes());
        indexes.stream().map(IndexSchema::key).map(KeySchema::attributes).forEach(used::addAll);
        Map<String, String> types = new HashMap<>(schema.types());
        types.putAll(TableDefinition.types(request));
        types.keySet().retainAll(used);
        return types;
    }
}
