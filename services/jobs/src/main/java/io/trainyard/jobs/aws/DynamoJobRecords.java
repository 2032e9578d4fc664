package io.trainyard.jobs.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.jobs.app.BatchedReads;
import io.trainyard.jobs.app.JobRecords;
import io.trainyard.jobs.domain.ListedStatus;
import io.trainyard.lambda.PackedAttribute;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The ledger's table {@code records}, read only: packed documents under sort {@code record}. The indexes {@code listing} and
 * {@code endpoints} tell which there are; what they hold of a job is a moment behind, so the documents have the last word.
 */
public final class DynamoJobRecords implements JobRecords {

    /** Without a limit a page is 1 MB of an index, which are thousands of jobs. */
    private static final int PAGE = 250;

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
    public List<JsonNode> newest(int limit, ListedStatus status) {
        // A job that is under way has no `ended`: its document tells its status.
        String condition = "attribute_not_exists(ended) OR ended " + (status.isAny() ? "<>" : "=") + " :status";
        var rows = dynamo.queryPaginator(request -> request.tableName(table)
                        .indexName("listing")
                        .keyConditionExpression("listing = :jobs")
                        .filterExpression(condition)
                        .expressionAttributeValues(Map.of(
                                ":jobs",
                                fromS("jobs"),
                                ":status",
                                fromS(status.isAny() ? ListedStatus.GONE : status.status())))
                        .scanIndexForward(false)
                        .limit(PAGE))
                .items();
        return BatchedReads.first(limit, ids(rows), this::documents, status::shows);
    }

    @Override
    public List<JsonNode> ofEndpoint(String endpointArn) {
        var rows = dynamo.queryPaginator(request -> request.tableName(table)
                        .indexName("endpoints")
                        .keyConditionExpression("endpointArn = :arn")
                        .expressionAttributeValues(Map.of(":arn", fromS(endpointArn)))
                        .scanIndexForward(false))
                .items();
        return BatchedReads.first(Integer.MAX_VALUE, ids(rows), this::documents, record -> true);
    }

    @Override
    public Map<String, JsonNode> of(List<String> jobIds) {
        var keys = jobIds.stream()
                .map(job -> Map.of("pk", fromS(job), "sk", fromS("record")))
                .toList();
        var read = new HashMap<String, JsonNode>();
        dynamo
                .batchGetItemPaginator(request -> request.requestItems(
                        Map.of(table, KeysAndAttributes.builder().keys(keys).build())))
                .stream()
                .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream())
                .forEach(item -> read.put(item.get("pk").s(), document(item)));
        return read;
    }

    private static Iterator<String> ids(SdkIterable<Map<String, AttributeValue>> rows) {
        return rows.stream().map(row -> row.get("pk").s()).iterator();
    }

    private Stream<JsonNode> documents(List<String> jobIds) {
        Map<String, JsonNode> read = of(jobIds);
        return jobIds.stream().map(read::get).filter(Objects::nonNull);
    }

    private static JsonNode document(Map<String, AttributeValue> item) {
        return Json.tree(PackedAttribute.text(item.get("document")));
    }
}
