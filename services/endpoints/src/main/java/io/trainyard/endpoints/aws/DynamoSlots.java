package io.trainyard.endpoints.aws;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.DynamoAttempts;
import io.trainyard.lambda.PackedAttribute;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.slots.SlotTable;
import io.trainyard.slots.Slots;
import io.trainyard.slots.Waiter;
import io.trainyard.slots.WaitingLine;
import io.trainyard.steps.domain.Attempt;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The slots as one item of the table {@code slots}: the whole table, packed, beside its version. */
@RegisterForReflection(
        targets = {SlotTable.class, Slot.class, SlotState.class, Retirement.class, Waiter.class, WaitingLine.class})
public final class DynamoSlots implements Slots {

    private static final Map<String, AttributeValue> KEY = Map.of("pk", fromS("slots"), "sk", fromS("slots"));
    private static final Set<String> LOST_A_RACE = Set.of("ConditionalCheckFailed", "TransactionConflict", "None");

    private final DynamoDbClient dynamo;
    private final DynamoAttempts attempts;
    private final String table;

    public DynamoSlots(DynamoDbClient dynamo, DynamoAttempts attempts, String table) {
        this.dynamo = dynamo;
        this.attempts = attempts;
        this.table = table;
    }

    @Override
    public SlotTable read() {
        var answer = dynamo.getItem(request -> request.tableName(table).key(KEY).consistentRead(true));
        return answer.hasItem() && !answer.item().isEmpty()
                ? Json.read(PackedAttribute.text(answer.item().get("table")), SlotTable.class)
                : SlotTable.EMPTY;
    }

    @Override
    public boolean replace(SlotTable read, SlotTable next) {
        Put put = write(read, next);
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeNames(put.expressionAttributeNames())
                    .expressionAttributeValues(put.expressionAttributeValues()));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public boolean settle(SlotTable read, SlotTable next, Attempt row, Attempt settled) {
        try {
            dynamo.transactWriteItems(request -> request.transactItems(
                    item -> item.put(write(read, next)), item -> item.put(attempts.write(row, settled))));
            return true;
        } catch (TransactionCanceledException e) {
            boolean raced = e.hasCancellationReasons()
                    && e.cancellationReasons().stream().allMatch(reason -> LOST_A_RACE.contains(reason.code()));
            if (!raced) {
                throw e;
            }
            return false;
        }
    }

    private Put write(SlotTable read, SlotTable next) {
        return Put.builder()
                .tableName(table)
                .item(Map.of(
                        "pk",
                        KEY.get("pk"),
                        "sk",
                        KEY.get("sk"),
                        "version",
                        fromN(Long.toString(next.version())),
                        "table",
                        PackedAttribute.of(Json.write(next))))
                .conditionExpression(read.version() == 0 ? "attribute_not_exists(#version)" : "#version = :read")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(
                        read.version() == 0 ? null : Map.of(":read", fromN(Long.toString(read.version()))))
                .build();
    }
}
