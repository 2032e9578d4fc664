package io.trainyard.deadletters.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.letters.app.Replays;
import io.trainyard.letters.domain.Replay;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Replays in the letters' table: partition {@code replay#<id>}, sort {@code replay}. */
public final class DynamoReplays implements Replays {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoReplays(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Replay> find(String id) {
        return item(id).map(item -> Json.read(item.get("row").s(), Replay.class));
    }

    @Override
    public void write(Replay replay) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(key(replay.id()))
                .updateExpression("SET #row = :row")
                .expressionAttributeNames(Map.of("#row", "row"))
                .expressionAttributeValues(Map.of(":row", fromS(Json.write(replay)))));
    }

    @Override
    public long done(String id) {
        return item(id).filter(item -> item.containsKey("done"))
                .map(item -> Long.parseLong(item.get("done").n()))
                .orElse(0L);
    }

    /** So many more letters of a replay, as a part of the letters' own write. */
    static TransactWriteItem more(String table, String replay, int letters) {
        var update = Update.builder()
                .tableName(table)
                .key(key(replay))
                .updateExpression("ADD done :more")
                .expressionAttributeValues(Map.of(":more", fromN(Integer.toString(letters))));
        return TransactWriteItem.builder().update(update.build()).build();
    }

    private Optional<Map<String, AttributeValue>> item(String id) {
        var answer = dynamo.getItem(
                request -> request.tableName(table).consistentRead(true).key(key(id)));
        return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(answer.item()) : Optional.empty();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", fromS("replay#" + id), "sk", fromS("replay"));
    }
}
