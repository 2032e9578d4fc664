package io.trainyard.jobs.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.jobs.app.JobRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger's table {@code records}, read only: documents under sort {@code record}, listed by the indexes {@code listing} and {@code endpoints}. */
public final class DynamoJobRecords implements JobRecords {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoJobRecords(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<JsonNode> find(String jobId) {
        var answer = dynamo.getItem(request ->
                request.tableName(table).consistentRead(true).key(Map.of("pk", fromS(jobId), "sk", fromS("record"))));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(document(answer.item())) : Optional.empty();
    }

    @Override
    public List<JsonNode> newest(int limit, String status) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":jobs", fromS("jobs"));
        values.put(":status", fromS(status.isEmpty() ? "ENDPOINT_DELETED" : status));
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .indexName("listing")
                        .keyConditionExpression("listing = :jobs")
                        .filterExpression(status.isEmpty() ? "#status <> :status" : "#status = :status")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(values)
                        .scanIndexForward(false))
                .items()
                .stream()
                .limit(limit)
                .map(DynamoJobRecords::document)
                .toList();
    }

    @Override
    public List<JsonNode> ofEndpoint(String endpointArn) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .indexName("endpoints")
                        .keyConditionExpression("endpointArn = :arn")
                        .expressionAttributeValues(Map.of(":arn", fromS(endpointArn)))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(DynamoJobRecords::document)
                .toList();
    }

    private static JsonNode document(Map<String, AttributeValue> item) {
        return Json.tree(item.get("document").s());
    }
}
