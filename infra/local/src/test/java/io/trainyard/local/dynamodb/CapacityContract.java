package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** ReturnConsumedCapacity: how many units reads and writes say that they used. */
interface CapacityContract extends ConformanceCase {

    private static WriteRequest batched(Object... namesAndValues) {
        return WriteRequest.builder()
                .putRequest(p -> p.item(item(namesAndValues)))
                .build();
    }

    private TransactWriteItem together(Object... namesAndValues) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(tables().simple()).item(item(namesAndValues)))
                .build();
    }

    @Test
    default void tellsConsumedCapacityWhereAsked() {
        var answer = client().putItem(b -> b.tableName(tables().simple())
                .item(item("pk", s(fresh()), "a", s("x".repeat(1500))))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        assertThat(answer.consumedCapacity().tableName()).isEqualTo(tables().simple());
        assertThat(answer.consumedCapacity().capacityUnits()).isPositive();
    }

    @Test
    @Differs(
            moto = "counts one unit for every write",
            source = "Developer Guide, DynamoDB read and write operations: 1 KB per unit")
    default void tellsHowMuchOfItIndexesUse() {
        String pk = fresh();
        var put = client().putItem(b -> b.tableName(tables().composite())
                .item(item("pk", s(pk), "sk", s("x"), "tag", s(pk), "body", s("x".repeat(3000))))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));
        var untouched = client().updateItem(b -> b.tableName(tables().composite())
                .key(item("pk", s(pk), "sk", s("x")))
                .updateExpression("SET body = :b")
                .expressionAttributeValues(item(":b", s("y")))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));

        assertThat(put.consumedCapacity().table().capacityUnits()).isEqualTo(3.0);
        assertThat(put.consumedCapacity().globalSecondaryIndexes().get("by-tag").capacityUnits())
                .isEqualTo(1.0);
        assertThat(put.consumedCapacity().capacityUnits()).isEqualTo(4.0);
        // The index holds keys and the title, which stay as they are.
        assertThat(untouched.consumedCapacity().hasGlobalSecondaryIndexes()).isFalse();
    }

    @Test
    @Differs(
            moto = "counts half a unit for every read",
            source =
                    "Developer Guide, DynamoDB read and write operations: 4 KB per unit, half where eventually consistent")
    default void countsAReadThatMayBeOldHalf() {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", s("x".repeat(5000)))));

        for (boolean consistent : new boolean[] {true, false}) {
            var answer = client().getItem(b -> b.tableName(tables().simple())
                    .key(item("pk", s(pk)))
                    .consistentRead(consistent)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            assertThat(answer.consumedCapacity().capacityUnits()).isEqualTo(consistent ? 2.0 : 1.0);
        }
    }

    @Test
    @Differs(moto = "counts one unit", source = "Developer Guide, DynamoDB read and write operations")
    default void tellsTheCapacityOfAnIndexApart() {
        String pk = fresh();
        var answer = client().query(b -> b.tableName(tables().composite())
                .indexName("by-rank")
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(item(":pk", s(pk)))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));

        assertThat(answer.consumedCapacity().capacityUnits()).isEqualTo(0.5);
        assertThat(answer.consumedCapacity()
                        .localSecondaryIndexes()
                        .get("by-rank")
                        .capacityUnits())
                .isEqualTo(0.5);
    }

    @Test
    @Differs(moto = "counts one unit for every table", source = "Developer Guide, DynamoDB read and write operations")
    default void tellsTheCapacityThatBatchesUseByTable() {
        String pk = fresh();
        var written = client().batchWriteItem(b -> b.requestItems(Map.of(
                        tables().simple(),
                        List.of(batched("pk", s(pk + "a"), "v", s("x".repeat(1500))), batched("pk", s(pk + "b")))))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        var read = client().batchGetItem(b -> b.requestItems(Map.of(
                        tables().simple(),
                        KeysAndAttributes.builder()
                                .keys(List.of(item("pk", s(pk + "a")), item("pk", s(pk + "gone"))))
                                .consistentRead(true)
                                .build()))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        assertThat(written.consumedCapacity())
                .singleElement()
                .satisfies(used -> assertThat(used.capacityUnits()).isEqualTo(3.0));
        assertThat(read.consumedCapacity())
                .singleElement()
                .satisfies(used -> assertThat(used.capacityUnits()).isEqualTo(2.0));
    }

    @SuppressWarnings("unchecked") // The SDK takes consumers as varargs.
    @Test
    @Differs(
            moto = "tells none",
            source = "Developer Guide, Amazon DynamoDB Transactions: two reads or writes of every item")
    default void tellsTwiceTheCapacityOfOtherCalls() {
        String pk = fresh();
        var written = client().transactWriteItems(b -> b.transactItems(
                        together("pk", s(pk)), together("pk", s(pk + "b")))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        var read = client().transactGetItems(b -> b.transactItems(i ->
                        i.get(g -> g.tableName(tables().simple()).key(item("pk", s(pk)))))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        assertThat(written.consumedCapacity())
                .singleElement()
                .satisfies(used -> assertThat(used.capacityUnits()).isEqualTo(4.0));
        assertThat(read.consumedCapacity())
                .singleElement()
                .satisfies(used -> assertThat(used.capacityUnits()).isEqualTo(2.0));
    }
}
