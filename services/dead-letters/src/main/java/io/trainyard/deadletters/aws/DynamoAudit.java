package io.trainyard.deadletters.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.letters.app.Audit;
import io.trainyard.letters.domain.Deed;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The audit in the letters' table: partition {@code audit}, sort {@code <time>#<id>}. Never expires. */
public final class DynamoAudit implements Audit {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoAudit(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void write(Deed deed) {
        dynamo.putItem(request -> request.tableName(table)
                .item(Map.of(
                        "pk", fromS("audit"),
                        "sk", fromS(Sortable.text(deed.at()) + "#" + deed.id()),
                        "row", fromS(Json.write(deed)))));
    }

    @Override
    public List<Deed> newest(int limit) {
        return dynamo
                .query(request -> request.tableName(table)
                        .keyConditionExpression("pk = :audit")
                        .expressionAttributeValues(Map.of(":audit", fromS("audit")))
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> Json.read(item.get("row").s(), Deed.class))
                .toList();
    }
}
