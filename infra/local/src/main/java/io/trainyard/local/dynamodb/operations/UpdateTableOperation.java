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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** UpdateTable: billing, throughput, deletion protection, class, and global secondary indexes made or deleted. */
public final class UpdateTableOperation implements Operation {

    private static final List<String> CHANGES = List.of(
            "ProvisionedThroughput",
            "BillingMode",
            "StreamSpecification",
            "GlobalSecondaryIndexUpdates",
            "SSESpecification",
            "ReplicaUpdates",
            "TableClass",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "WarmThroughput",
            "AttributeDefinitions");

    private final Catalogue catalogue;

    public UpdateTableOperation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ObjectNode answer(Parameters request) {
        if (CHANGES.stream().noneMatch(request::has)) {
            throw ServiceError.validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        Table table = TableOperations.named(catalogue, request);
        Unsupported.refuse(request);
        TableSchema schema = table.schema();
        Billing.refuseNoChange(schema.settings(), TableDefinition.throughput(request));
        TableSettings settings = settings(schema.settings(), request);
        List<IndexSchema> indexes =
                IndexUpdates.of(schema, settings.billing()).apply(request.list("GlobalSecondaryIndexUpdates"));
        if (request.has("BillingMode") || request.has("GlobalSecondaryIndexUpdates")) {
            Billing.check(settings.billing(), indexes);
        }
        TableDefinition definition = new TableDefinition(types(schema, request, indexes), schema.key(), indexes);
        definition.check();
        TableSchema next = schema.with(definition.types(), definition.indexes()).with(settings);
        ObjectNode answer = Json.object();
        answer.set("TableDescription", TableDescription.of(catalogue.change(table, next), "UPDATING"));
        return answer;
    }

    private static TableSettings settings(TableSettings old, Parameters request) {
        String billing = request.choice("BillingMode", old.billing(), "PROVISIONED", "PAY_PER_REQUEST");
        Throughput given = TableDefinition.throughput(request);
        boolean keep = given.equals(Throughput.NONE) && billing.equals(old.billing());
        Throughput throughput = keep ? old.throughput() : given;
        Billing.check(billing, throughput);
        return new TableSettings(
                billing,
                throughput,
                old.ttlAttribute(),
                old.tags(),
                request.flag("DeletionProtectionEnabled", old.deletionProtection()),
                request.choice("TableClass", old.tableClass(), "STANDARD", "STANDARD_INFREQUENT_ACCESS"));
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
