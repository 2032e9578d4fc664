package io.trainyard.jobs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.fakes.LocalTables;
import io.trainyard.jobs.domain.ListedStatus;
import io.trainyard.lambda.PackedAttribute;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reading the ledger's table, written here as the ledger's README tells. */
class DynamoJobRecordsTest {

    private static final Set<String> ENDS = Set.of("READY", "ERROR", "ENDPOINT_DELETED");

    @TempDir
    Path folder;

    private LocalTables tables;
    private DynamoJobRecords records;

    @BeforeEach
    void open() {
        tables = LocalTables.open(folder);
        tables.table("ledger", "records");
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
    void readsManyRecordsByTheirJobs() {
        write("a", "READY", 1);
        write("b", "ERROR", 2);
        write("c", "ERROR", 3);

        assertThat(records.of(List.of("c", "unknown", "a")))
                .containsOnlyKeys("a", "c")
                .hasEntrySatisfying(
                        "a",
                        record -> assertThat(record.path("status").asText()).isEqualTo("READY"));
    }

    @Test
    void listsTheNewestFirst() {
        write("a", "READY", 1);
        write("b", "ENDPOINT_DELETED", 2);
        write("c", "ERROR", 3);

        assertThat(ids(newest(10, ""))).containsExactly("c", "a");
        assertThat(ids(newest(1, ""))).containsExactly("c");
        assertThat(ids(newest(10, "ENDPOINT_DELETED"))).containsExactly("b");
    }

    @Test
    void findsJobsUnderWayByTheStatusThatTheirDocumentsTell() {
        write("a", "TRAINING_MODEL", 1);
        write("b", "READY", 2);
        write("c", "DEPLOYING_ENDPOINT", 3);
        write("d", "TRAINING_MODEL", 4);

        assertThat(ids(newest(10, ""))).containsExactly("d", "c", "b", "a");
        assertThat(ids(newest(1, "TRAINING_MODEL"))).containsExactly("d");
        assertThat(ids(newest(10, "TRAINING_MODEL"))).containsExactly("d", "a");
        assertThat(ids(newest(2, "READY"))).containsExactly("b");
        assertThat(newest(10, "ERROR")).isEmpty();
    }

    @Test
    void believesTheDocumentWhereTheIndexIsBehind() {
        write("a", "READY", 1);
        tables.client()
                .updateItem(request -> request.tableName("records")
                        .key(Map.of("pk", fromS("a"), "sk", fromS("record")))
                        .updateExpression("SET ended = :ended")
                        .expressionAttributeValues(Map.of(":ended", fromS("ENDPOINT_DELETED"))));

        assertThat(newest(10, "ENDPOINT_DELETED")).isEmpty();
    }

    @Test
    void readsMoreJobsThanOneBatchHolds() {
        for (int i = 0; i < 130; i++) {
            write("job" + i, i == 0 ? "TRAINING_MODEL" : "DEPLOYING_ENDPOINT", 1);
        }
        assertThat(ids(newest(100, ""))).hasSize(100).doesNotHaveDuplicates();
        assertThat(ids(newest(100, "TRAINING_MODEL"))).containsExactly("job0");
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

    private void serving(String jobId, int second, String endpointArn) {
        write(jobId, "READY", second);
        tables.client()
                .updateItem(request -> request.tableName("records")
                        .key(Map.of("pk", fromS(jobId), "sk", fromS("record")))
                        .updateExpression("SET endpointArn = :arn")
                        .expressionAttributeValues(Map.of(":arn", fromS(endpointArn))));
    }

    private List<JsonNode> newest(int limit, String status) {
        return records.newest(limit, new ListedStatus(status));
    }

    private static List<String> ids(List<JsonNode> found) {
        return found.stream().map(record -> record.path("jobId").asText()).toList();
    }

    private void write(String jobId, String status, int second) {
        String document = "{\"jobId\": \"" + jobId + "\", \"status\": \"" + status + "\"}";
        var item = new HashMap<String, AttributeValue>(Map.of(
                "pk", fromS(jobId),
                "sk", fromS("record"),
                "listing", fromS("jobs"),
                "name", fromS("penguins"),
                "createdAt", fromS("2026-01-01T00:00:0" + second + ".000000000Z"),
                "document", PackedAttribute.of(document)));
        if (ENDS.contains(status)) {
            item.put("ended", fromS(status));
        }
        tables.client().putItem(request -> request.tableName("records").item(item));
    }
}
