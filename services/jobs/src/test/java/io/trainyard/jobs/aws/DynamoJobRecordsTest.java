package io.trainyard.jobs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.fakes.LocalTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Reading the ledger's table, written here as the ledger's README tells. */
class DynamoJobRecordsTest {

    @TempDir
    Path folder;

    private LocalTables tables;
    private DynamoJobRecords records;

    @BeforeEach
    void open() {
        tables = LocalTables.open(folder);
        tables.client()
                .createTable(request -> request.tableName("records")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(
                                key -> key.attributeName("pk").keyType(KeyType.HASH),
                                key -> key.attributeName("sk").keyType(KeyType.RANGE))
                        .attributeDefinitions(List.of("pk", "sk", "listing", "createdAt", "endpointArn").stream()
                                .map(name -> AttributeDefinition.builder()
                                        .attributeName(name)
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                                .toList())
                        .globalSecondaryIndexes(
                                index -> byTime(index.indexName("listing"), "listing"),
                                index -> byTime(index.indexName("endpoints"), "endpointArn")));
        records = new DynamoJobRecords(tables.client(), "records");
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void findsARecordAndNothingElseOfTheJob() {
        write("a", "READY", 1);
        tables.client()
                .putItem(request -> request.tableName("records")
                        .item(Map.of("pk", fromS("b"), "sk", fromS("fact#1"), "detail", fromS("{}"))));

        assertThat(records.find("a").orElseThrow().path("status").asText()).isEqualTo("READY");
        assertThat(records.find("b")).isEmpty();
    }

    @Test
    void listsTheNewestFirst() {
        write("a", "READY", 1);
        write("b", "ENDPOINT_DELETED", 2);
        write("c", "ERROR", 3);

        assertThat(ids(records.newest(10, ""))).containsExactly("c", "a");
        assertThat(ids(records.newest(1, ""))).containsExactly("c");
        assertThat(ids(records.newest(10, "ENDPOINT_DELETED"))).containsExactly("b");
    }

    @Test
    void findsTheJobsThatMadeAnEndpointTheNewestFirst() {
        write("a", "READY", 1);
        serving("b", 2, "arn:b");
        serving("c", 3, "arn:c");
        serving("d", 4, "arn:b");

        assertThat(ids(records.ofEndpoint("arn:b"))).containsExactly("d", "b");
        assertThat(records.ofEndpoint("arn:x")).isEmpty();
    }

    private static void byTime(GlobalSecondaryIndex.Builder index, String partition) {
        index.projection(all -> all.projectionType(ProjectionType.ALL))
                .keySchema(
                        key -> key.attributeName(partition).keyType(KeyType.HASH),
                        key -> key.attributeName("createdAt").keyType(KeyType.RANGE));
    }

    private void serving(String jobId, int second, String endpointArn) {
        write(jobId, "READY", second);
        tables.client()
                .updateItem(request -> request.tableName("records")
                        .key(Map.of("pk", fromS(jobId), "sk", fromS("record")))
                        .updateExpression("SET endpointArn = :arn")
                        .expressionAttributeValues(Map.of(":arn", fromS(endpointArn))));
    }

    private static List<String> ids(List<JsonNode> found) {
        return found.stream().map(record -> record.path("jobId").asText()).toList();
    }

    private void write(String jobId, String status, int second) {
        tables.client()
                .putItem(request -> request.tableName("records")
                        .item(Map.of(
                                "pk", fromS(jobId),
                                "sk", fromS("record"),
                                "listing", fromS("jobs"),
                                "status", fromS(status),
                                "createdAt", fromS("2026-01-01T00:00:0" + second + ".000000000Z"),
                                "document", fromS("{\"jobId\": \"" + jobId + "\", \"status\": \"" + status + "\"}"))));
    }
}
