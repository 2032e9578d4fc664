package io.trainyard.capacity.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.capacity.app.Climbs;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.events.json.Json;
import io.trainyard.steps.domain.StepSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Climbs in DynamoDB: partition {@code <job>}, sort {@code <run>#<step>}; a run's tombstone under {@code <run>#!stopped}. */
final class DynamoClimbs implements Climbs {

    private static final String TOMBSTONE = "#!stopped";

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoClimbs(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Climb> find(ClimbKey key) {
        return get(key.jobId(), key.run() + "#" + key.step()).map(DynamoClimbs::read);
    }

    @Override
    public boolean write(Climb climb) {
        long before = climb.version() - 1;
        try {
            dynamo.putItem(request -> {
                request.tableName(table).item(item(climb));
                if (before == 0) {
                    request.conditionExpression("attribute_not_exists(pk)");
                } else {
                    request.conditionExpression("#version = :before")
                            .expressionAttributeNames(Map.of("#version", "version"))
                            .expressionAttributeValues(Map.of(":before", fromN(Long.toString(before))));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public List<Climb> ofRun(String jobId, int run) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :job AND begins_with(sk, :run)")
                        .expressionAttributeValues(Map.of(":job", fromS(jobId), ":run", fromS(run + "#"))))
                .items()
                .stream()
                .filter(item -> item.containsKey("row"))
                .map(DynamoClimbs::read)
                .toList();
    }

    @Override
    public void bury(String jobId, int run) {
        dynamo.putItem(
                request -> request.tableName(table).item(Map.of("pk", fromS(jobId), "sk", fromS(run + TOMBSTONE))));
    }

    @Override
    public boolean buried(String jobId, int run) {
        return get(jobId, run + TOMBSTONE).isPresent();
    }

    private Optional<Map<String, AttributeValue>> get(String jobId, String sort) {
        var answer = dynamo.getItem(request ->
                request.tableName(table).consistentRead(true).key(Map.of("pk", fromS(jobId), "sk", fromS(sort))));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(answer.item()) : Optional.empty();
    }

    private static Climb read(Map<String, AttributeValue> item) {
        return Json.read(item.get("row").s(), Climb.class);
    }

    private static Map<String, AttributeValue> item(Climb climb) {
        ClimbKey key = climb.key();
        long expires = climb.position().until().plus(StepSettings.KEPT).getEpochSecond();
        return Map.of(
                "pk", fromS(key.jobId()),
                "sk", fromS(key.run() + "#" + key.step()),
                "version", fromN(Long.toString(climb.version())),
                "row", fromS(Json.write(climb)),
                "expiresAt", fromN(Long.toString(expires)));
    }
}
