package io.trainyard.lambda;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.pace.Bucket;
import io.trainyard.pace.Buckets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Buckets beside the rows in a service's table {@code claims}: partition {@code bucket}, which is no job's, sort {@code <family>}. */
public final class DynamoBuckets implements Buckets {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBuckets(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Bucket> find(String family) {
        var answer = dynamo.getItem(
                request -> request.tableName(table).consistentRead(true).key(key(family)));
        return answer.hasItem() && !answer.item().isEmpty()
                ? Optional.of(Json.read(answer.item().get("bucket").s(), Bucket.class))
                : Optional.empty();
    }

    @Override
    public boolean put(String family, Bucket next) {
        boolean first = next.version() == 1;
        Map<String, AttributeValue> row = new HashMap<>(key(family));
        row.put("version", fromN(Long.toString(next.version())));
        row.put("bucket", fromS(Json.write(next)));
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(row)
                    .conditionExpression(first ? "attribute_not_exists(pk)" : "#version = :before")
                    .expressionAttributeNames(first ? null : Map.of("#version", "version"))
                    .expressionAttributeValues(
                            first ? null : Map.of(":before", fromN(Long.toString(next.version() - 1)))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String family) {
        return Map.of("pk", fromS("bucket"), "sk", fromS(family));
    }
}
