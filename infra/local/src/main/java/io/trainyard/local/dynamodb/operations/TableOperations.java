package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.KeySchema;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.storage.TableIdentity;
import io.trainyard.local.dynamodb.storage.TableSchema;
import io.trainyard.local.dynamodb.storage.TableSettings;
import io.trainyard.local.dynamodb.storage.Throughput;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** CreateTable, DescribeTable, ListTables and DeleteTable. Tables are active as soon as they are made. */
public final class TableOperations {

    private static final String ACCOUNT = "123456789012";
    private static final int MAX_LISTED = 100;
    private final Catalogue catalogue;
    private final Clock clock;

    public TableOperations(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * @param region the region that a new table's ARN names
     */
    public ObjectNode create(Parameters request, String region) {
        String name = request.requiredText("TableName");
        TableNames.check("TableName", "tableName", name);
        Unsupported.refuse(request);
        KeySchema key = TableDefinition.key(request);
        TableDefinition definition = new TableDefinition(TableDefinition.types(request), key, indexes(request));
        definition.check();
        TableSettings settings = settings(request);
        Billing.check(settings.billing(), definition.indexes());
        long now = clock.millis();
        String id = UUID.nameUUIDFromBytes((name + now).getBytes(StandardCharsets.UTF_8))
                .toString();
        String arn = "arn:aws:dynamodb:" + region + ":" + ACCOUNT + ":table/" + name;
        TableSchema schema = new TableSchema(
                new TableIdentity(name, id, arn, now),
                definition.types(),
                definition.key(),
                definition.indexes(),
                settings);
        Table table = catalogue.create(schema);
        ObjectNode answer = Json.object();
        answer.set("TableDescription", TableDescription.of(table, "CREATING"));
        return answer;
    }

    public Map<String, Operation> all() {
        return Map.of("DescribeTable", this::describe, "ListTables", this::list, "DeleteTable", this::delete);
    }

    private ObjectNode describe(Parameters request) {
        Table table = named(catalogue, request);
        ObjectNode answer = Json.object();
        answer.set("Table", TableDescription.of(table, "ACTIVE"));
        return answer;
    }

    private ObjectNode delete(Parameters request) {
        Table table = named(catalogue, request);
        if (table.schema().settings().deletionProtection()) {
            throw ServiceError.validation("Resource cannot be deleted as it is currently protected against deletion."
                    + " Disable deletion protection first.");
        }
        ObjectNode answer = Json.object();
        answer.set("TableDescription", TableDescription.of(table, "DELETING"));
        catalogue.delete(table);
        return answer;
    }

    private ObjectNode list(Parameters request) {
        int limit = request.integerFrom("Limit", 1).orElse(MAX_LISTED);
        if (limit > MAX_LISTED) {
            throw ServiceError.constraint(
                    Integer.toString(limit), "limit", "Member must have value less than or equal to " + MAX_LISTED);
        }
        List<String> names = new ArrayList<>(
                catalogue.namesAfter(request.text("ExclusiveStartTableName").orElse("")));
        ObjectNode answer = Json.object();
        ArrayNode array = answer.putArray("TableNames");
        names.stream().limit(limit).forEach(array::add);
        if (names.size() > limit) {
            answer.put("LastEvaluatedTableName", names.get(limit - 1));
        }
        return answer;
    }

    /** The table that an operation on tables names, or its refusal, which tells the name. */
    static Table named(Catalogue catalogue, Parameters request) {
        String name = request.requiredText("TableName");
        return catalogue
                .find(name)
                .orElseThrow(
                        () -> ServiceError.notFound("Requested resource not found: Table: " + name + " not found"));
    }

    private static List<IndexSchema> indexes(Parameters request) {
        List<IndexSchema> indexes = new ArrayList<>();
        for (String member : List.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
            List<Parameters> given = request.list(member);
            if (request.has(member) && given.isEmpty()) {
                throw ServiceError.invalidParameter("List of " + member + " is empty");
            }
            given.forEach(each -> indexes.add(TableDefinition.index(each, member.startsWith("Global"))));
        }
        return indexes;
    }

    private static TableSettings settings(Parameters request) {
        String billing = request.choice("BillingMode", "PROVISIONED", "PROVISIONED", "PAY_PER_REQUEST");
        Throughput throughput = TableDefinition.throughput(request);
        Billing.check(billing, throughput);
        return new TableSettings(
                billing,
                throughput,
                null,
                TagOperations.tags(request),
                request.flag("DeletionProtectionEnabled", false),
                request.choice("TableClass", "STANDARD", "STANDARD", "STANDARD_INFREQUENT_ACCESS"));
    }
}
