package io.trainyard.local.deployment;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Table;
import io.trainyard.wiring.TableIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;

/** Creates tables through DynamoDB's own API: string keys {@code pk} and {@code sk}, time to live by {@code expiresAt}. */
final class TableCreation {

    private final AwsService dynamodb;

    TableCreation(AwsService dynamodb) {
        this.dynamodb = dynamodb;
    }

    /** Makes the table unless it is there; one of an earlier version gets the indexes that it lacks. */
    void create(String name, Table table) {
        var described = call("DescribeTable", JSON.createObjectNode().put("TableName", name));
        if (described.status() == 200) {
            addIndexes(name, definition(name, table), body(described).path("Table"));
            return;
        }
        expectSuccess(name, call("CreateTable", definition(name, table)));
        var expiry = JSON.createObjectNode().put("TableName", name);
        expiry.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", "expiresAt");
        expectSuccess(name, call("UpdateTimeToLive", expiry));
    }

    private void addIndexes(String name, ObjectNode wanted, JsonNode there) {
        var known = there.path("GlobalSecondaryIndexes").findValuesAsText("IndexName");
        for (var index : wanted.path("GlobalSecondaryIndexes")) {
            if (!known.contains(index.path("IndexName").asText())) {
                var update = JSON.createObjectNode().put("TableName", name);
                update.set("AttributeDefinitions", wanted.path("AttributeDefinitions"));
                update.putArray("GlobalSecondaryIndexUpdates").addObject().set("Create", index);
                expectSuccess(name, call("UpdateTable", update));
            }
        }
    }

    private static JsonNode body(AwsResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode definition(String name, Table table) {
        var request = JSON.createObjectNode().put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
        var keys = new LinkedHashSet<String>();
        key(request.putArray("KeySchema"), "pk", "HASH");
        key(request.withArray("KeySchema"), "sk", "RANGE");
        keys.add("pk");
        keys.add("sk");
        for (var index : table.indexes()) {
            var global = request.withArray("GlobalSecondaryIndexes").addObject().put("IndexName", index.name());
            project(global.putObject("Projection"), index);
            key(global.putArray("KeySchema"), index.partition(), "HASH");
            keys.add(index.partition());
            index.sort().ifPresent(sort -> {
                key(global.withArray("KeySchema"), sort, "RANGE");
                keys.add(sort);
            });
        }
        var attributes = request.putArray("AttributeDefinitions");
        keys.forEach(key -> attributes.addObject().put("AttributeName", key).put("AttributeType", "S"));
        return request;
    }

    private static void project(ObjectNode projection, TableIndex index) {
        var holds = index.holds();
        if (holds.isEmpty()) {
            projection.put("ProjectionType", "ALL");
        } else if (holds.get().isEmpty()) {
            projection.put("ProjectionType", "KEYS_ONLY");
        } else {
            holds.get().forEach(projection.put("ProjectionType", "INCLUDE").putArray("NonKeyAttributes")::add);
        }
    }

    private static void key(ArrayNode schema, String attribute, String type) {
        schema.addObject().put("AttributeName", attribute).put("KeyType", type);
    }

    private AwsResponse call(String operation, ObjectNode body) {
        var headers =
                Map.of("x-amz-target", "DynamoDB_20120810." + operation, "content-type", "application/x-amz-json-1.0");
        return dynamodb.handle(new AwsRequest("POST", "/", "", headers, JsonProtocol.bytes(body)));
    }

    private static void expectSuccess(String table, AwsResponse response) {
        if (response.status() != 200) {
            throw new IllegalStateException(
                    "cannot make table " + table + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
    }
}
