package io.trainyard.inference.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.json.Json;
import io.trainyard.inference.app.EndpointTable;
import io.trainyard.lambda.PackedAttribute;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import io.trainyard.slots.Waiter;
import io.trainyard.slots.WaitingLine;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The endpoints service's own item, read and never written. */
@RegisterForReflection(
        targets = {SlotTable.class, Slot.class, SlotState.class, Retirement.class, Waiter.class, WaitingLine.class})
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
                ? Json.read(PackedAttribute.text(answer.item().get("table")), SlotTable.class)
                : SlotTable.EMPTY;
    }
}
