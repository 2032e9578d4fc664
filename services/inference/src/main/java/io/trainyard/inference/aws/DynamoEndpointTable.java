package io.trainyard.inference.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.inference.app.EndpointTable;
import io.trainyard.slots.SlotTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The endpoints service's own item, read and never written. */
final class DynamoEndpointTable implements EndpointTable {

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoEndpointTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public SlotTable read() {
        var answer = dynamo.getItem(request -> request.tableName(table)
                .key(Map.of("pk", fromS("slots"), "sk", fromS("slots")))
                .consistentRead(true));
        return answer.hasItem() && !answer.item().isEmpty()
                ? Json.read(answer.item().get("table").s(), SlotTable.class)
                : SlotTable.EMPTY;
    }
}
