package io.trainyard.inference.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.inference.app.JobBook;
import io.trainyard.inference.domain.KnownJob;
import io.trainyard.lambda.PackedAttribute;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger's records, read and never written. */
final class DynamoJobBook implements JobBook {

    /** Names of what does not serve are looked up among this many of the newest jobs: one read of a page, whoever asks for what. */
    private static final int NEWEST = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoJobBook(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<KnownJob> job(String jobId) {
        var answer = dynamo.getItem(
                request -> request.tableName(table).key(Map.of("pk", fromS(jobId), "sk", fromS("record"))));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(known(answer.item())) : Optional.empty();
    }

    @Override
    public Optional<KnownJob> newest(String name) {
        return dynamo
                .query(request -> request.tableName(table)
                        .indexName("listing")
                        .keyConditionExpression("listing = :jobs")
                        .expressionAttributeValues(Map.of(":jobs", fromS("jobs")))
                        .scanIndexForward(false)
                        .limit(NEWEST))
                .items()
                .stream()
                .filter(row -> row.get("name").s().equals(name))
                .findFirst()
                .flatMap(this::listed);
    }

    /** The index tells how a job ended; of one under way only its record tells the status. */
    private Optional<KnownJob> listed(Map<String, AttributeValue> row) {
        String jobId = row.get("pk").s();
        return row.containsKey("ended")
                ? Optional.of(new KnownJob(
                        jobId,
                        row.get("name").s(),
                        row.get("ended").s(),
                        Instant.parse(row.get("createdAt").s())))
                : job(jobId);
    }

    private static KnownJob known(Map<String, AttributeValue> item) {
        JsonNode document = Json.tree(PackedAttribute.text(item.get("document")));
        String jobId = item.get("pk").s();
        return new KnownJob(
                jobId,
                document.path("name").asText(jobId),
                document.path("status").asText(),
                Instant.parse(document.path("createdAt").asText()));
    }
}
