package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.KeySchema;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.storage.TableSchema;
import io.trainyard.local.dynamodb.storage.Throughput;
import io.trainyard.local.dynamodb.wire.Json;
import java.util.List;
import java.util.TreeMap;

/** A table as DescribeTable tells it. */
final class TableDescription {

    private static final double MILLIS = 1000.0;

    private TableDescription() {}

    static ObjectNode of(Table table, String status) {
        TableSchema schema = table.schema();
        ObjectNode node = Json.object();
        node.put("TableName", schema.name());
        node.put("TableId", schema.identity().id());
        node.put("TableArn", schema.identity().arn());
        node.put("TableStatus", status);
        node.put("CreationDateTime", schema.identity().created() / MILLIS);
        node.put("ItemCount", table.count());
        node.put("TableSizeBytes", 0);
        node.put("DeletionProtectionEnabled", schema.settings().deletionProtection());
        ArrayNode types = node.putArray("AttributeDefinitions");
        new TreeMap<>(schema.types())
                .forEach((name, type) ->
                        types.addObject().put("AttributeName", name).put("AttributeType", type));
        key(node, schema.key());
        throughput(node, schema.settings().throughput());
        node.putObject("BillingModeSummary")
                .put("BillingMode", schema.settings().billing());
        node.putObject("TableClassSummary").put("TableClass", schema.settings().tableClass());
        indexes(node, table, "LocalSecondaryIndexes", false);
        indexes(node, table, "GlobalSecondaryIndexes", true);
        return node;
    }

    private static void indexes(ObjectNode node, Table table, String member, boolean global) {
        TableSchema schema = table.schema();
        List<IndexSchema> chosen = schema.indexes().stream()
                .filter(index -> index.global() == global)
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray(member);
        for (IndexSchema index : chosen) {
            ObjectNode each = array.addObject();
            each.put("IndexName", index.name());
            each.put("IndexArn", schema.identity().arn() + "/index/" + index.name());
            each.put("IndexSizeBytes", 0);
            each.put("ItemCount", table.count(index));
            key(each, index.key());
            ObjectNode projection = each.putObject("Projection").put("ProjectionType", index.projection());
            if (!index.included().isEmpty()) {
                index.included().forEach(projection.putArray("NonKeyAttributes")::add);
            }
            if (global) {
                each.put("IndexStatus", "ACTIVE");
                throughput(each, index.throughput());
            }
        }
    }

    private static void key(ObjectNode node, KeySchema key) {
        ArrayNode array = node.putArray("KeySchema");
        array.addObject().put("AttributeName", key.hash()).put("KeyType", "HASH");
        if (key.range() != null) {
            array.addObject().put("AttributeName", key.range()).put("KeyType", "RANGE");
        }
    }

    private static void throughput(ObjectNode node, Throughput throughput) {
        node.putObject("ProvisionedThroughput")
                .put("NumberOfDecreasesToday", 0)
                .put("ReadCapacityUnits", throughput.read())
                .put("WriteCapacityUnits", throughput.write());
    }
}
