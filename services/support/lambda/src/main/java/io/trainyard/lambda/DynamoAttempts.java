package io.trainyard.lambda;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.StepSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * The rows of a service in its table {@code claims}: partition {@code <job>}, sort {@code <run>#<step>#<attempt>}, the tombstone of
 * a run under {@code <run>#~}. One consistent query finds every row of a run; an index would not be consistent.
 */
public final class DynamoAttempts implements Attempts {

    private static final Logger LOG = Logger.getLogger(DynamoAttempts.class);
    private static final String TOMBSTONE = "~";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoAttempts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Attempt> find(AttemptKey key) {
        return get(key.jobId(), sort(key)).map(StoredAttempt::read);
    }

    @Override
    public boolean create(Attempt attempt) {
        boolean mine = put(firstWrite(attempt));
        if (mine) {
            LOG.debugv("claimed {0}", sort(attempt.key()));
        }
        return mine;
    }

    @Override
    public boolean replace(Attempt read, Attempt next) {
        return put(write(read, next));
    }

    @Override
    public List<Attempt> ofRun(String jobId, int run) {
        return query(jobId, run + "#");
    }

    @Override
    public List<Attempt> ofJob(String jobId) {
        return query(jobId, "");
    }

    @Override
    public void bury(String jobId, int run) {
        dynamo.putItem(request ->
                request.tableName(table).item(Map.of("pk", fromS(jobId), "sk", fromS(run + "#" + TOMBSTONE))));
    }

    @Override
    public boolean buried(String jobId, int run) {
        return get(jobId, run + "#" + TOMBSTONE).isPresent();
    }

    /** The conditional write as a part of a transaction. */
    public Put write(Attempt read, Attempt next) {
        return Put.builder()
                .tableName(table)
                .item(item(next))
                .conditionExpression("#version = :read")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":read", fromN(Long.toString(read.version()))))
                .build();
    }

    private Put firstWrite(Attempt attempt) {
        return Put.builder()
                .tableName(table)
                .item(item(attempt))
                .conditionExpression("attribute_not_exists(pk)")
                .build();
    }

    private boolean put(Put put) {
        try {
            dynamo.putItem(request -> request.tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeNames(put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null)
                    .expressionAttributeValues(
                            put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Optional<Map<String, AttributeValue>> get(String jobId, String sort) {
        var answer = dynamo.getItem(request ->
                request.tableName(table).consistentRead(true).key(Map.of("pk", fromS(jobId), "sk", fromS(sort))));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(answer.item()) : Optional.empty();
    }

    private List<Attempt> query(String jobId, String sortPrefix) {
        var values = sortPrefix.isEmpty()
                ? Map.of(":job", fromS(jobId))
                : Map.of(":job", fromS(jobId), ":prefix", fromS(sortPrefix));
        String condition = sortPrefix.isEmpty() ? "pk = :job" : "pk = :job AND begins_with(sk, :prefix)";
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .filter(item -> !item.get("sk").s().endsWith("#" + TOMBSTONE))
                .map(StoredAttempt::read)
                .toList();
    }

    private static Map<String, AttributeValue> item(Attempt attempt) {
        return Map.of(
                "pk", fromS(attempt.key().jobId()),
                "sk", fromS(sort(attempt.key())),
                "state", fromS(attempt.state().name()),
                "version", fromN(Long.toString(attempt.version())),
                "row", StoredAttempt.write(attempt),
                "expiresAt",
                        fromN(Long.toString(
                                attempt.until().plus(StepSettings.KEPT).getEpochSecond())));
    }

    private static String sort(AttemptKey key) {
        return key.run() + "#" + key.step() + "#" + key.attempt();
    }
}
