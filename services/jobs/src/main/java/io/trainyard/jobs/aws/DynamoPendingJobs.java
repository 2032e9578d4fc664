package io.trainyard.jobs.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.jobs.app.PendingJobs;
import io.trainyard.jobs.domain.PendingJob;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Pending jobs in DynamoDB: partition {@code <job>}, sort {@code request}, listed by the index {@code callers}. Never expire: a key means
 * the same job for ever.
 */
public final class DynamoPendingJobs implements PendingJobs {

    private static final int PAGE = 100;

    /** Of one length, because the index sorts times as text. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoPendingJobs(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<PendingJob> find(String jobId) {
        var answer = dynamo.getItem(
                request -> request.tableName(table).consistentRead(true).key(key(jobId)));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(read(answer.item())) : Optional.empty();
    }

    @Override
    public Stream<String> of(String caller) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .indexName("callers")
                        .keyConditionExpression("caller = :caller")
                        .expressionAttributeValues(Map.of(":caller", fromS(caller)))
                        .scanIndexForward(false)
                        .limit(PAGE))
                .items()
                .stream()
                .map(item -> item.get("pk").s());
    }

    @Override
    public List<Instant> asked(String caller, Instant since) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .indexName("callers")
                        .keyConditionExpression("caller = :caller AND createdAt > :since")
                        .expressionAttributeValues(
                                Map.of(":caller", fromS(caller), ":since", fromS(TIME.format(since))))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(item -> Instant.parse(item.get("createdAt").s()))
                .toList();
    }

    @Override
    public boolean keep(PendingJob job) {
        var item = new HashMap<String, AttributeValue>(key(job.jobId()));
        item.put("caller", fromS(job.caller()));
        item.put("hash", fromS(job.hash()));
        item.put("name", fromS(job.name()));
        item.put("createdAt", fromS(TIME.format(job.createdAt())));
        item.put("said", fromBool(job.said()));
        try {
            dynamo.putItem(
                    request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public void said(String jobId) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(key(jobId))
                .updateExpression("SET said = :true")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":true", fromBool(true))));
    }

    private static PendingJob read(Map<String, AttributeValue> item) {
        return new PendingJob(
                item.get("pk").s(),
                item.get("caller").s(),
                item.get("hash").s(),
                item.get("name").s(),
                Instant.parse(item.get("createdAt").s()),
                item.get("said").bool());
    }

    private static Map<String, AttributeValue> key(String jobId) {
        return Map.of("pk", fromS(jobId), "sk", fromS("request"));
    }
}
