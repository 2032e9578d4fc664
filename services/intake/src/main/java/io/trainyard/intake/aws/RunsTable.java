package io.trainyard.intake.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.lambda.PackedAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Intake's table {@code runs}: rows that are written once and marked said once. */
final class RunsTable {

    private final DynamoDbClient dynamo;
    private final String table;

    RunsTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Reads a row; {@code whole} puts the stored part and the mark together. */
    <S, R> Optional<R> find(String jobId, String sort, Class<S> stored, BiFunction<S, Boolean, R> whole) {
        var answer = dynamo.getItem(
                request -> request.tableName(table).consistentRead(true).key(key(jobId, sort)));
        return answer.hasItem() && !answer.item().isEmpty()
                ? Optional.of(whole.apply(
                        Json.read(PackedAttribute.text(answer.item().get("row")), stored),
                        answer.item().get("said").bool()))
                : Optional.empty();
    }

    /** False where there is such a row already. */
    boolean create(String jobId, String sort, Object row, Map<String, AttributeValue> more) {
        var item = new HashMap<String, AttributeValue>(key(jobId, sort));
        item.putAll(more);
        item.put("row", PackedAttribute.of(Json.write(row)));
        item.put("said", fromBool(false));
        try {
            dynamo.putItem(
                    request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    void said(String jobId, String sort) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(key(jobId, sort))
                .updateExpression("SET said = :true")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":true", fromBool(true))));
    }

    private static Map<String, AttributeValue> key(String jobId, String sort) {
        return Map.of("pk", fromS(jobId), "sk", fromS(sort));
    }
}
