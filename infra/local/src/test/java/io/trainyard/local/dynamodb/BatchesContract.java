package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.refused;
import static io.trainyard.local.dynamodb.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchGetItem and BatchWriteItem. */
interface BatchesContract extends ConformanceCase {

    private static WriteRequest put(Object... namesAndValues) {
        return WriteRequest.builder()
                .putRequest(p -> p.item(item(namesAndValues)))
                .build();
    }

    private static WriteRequest delete(String pk) {
        return WriteRequest.builder()
                .deleteRequest(d -> d.key(item("pk", s(pk))))
                .build();
    }

    private void write(String table, List<WriteRequest> requests) {
        assertThat(client().batchWriteItem(b -> b.requestItems(Map.of(table, requests)))
                        .unprocessedItems())
                .isEmpty();
    }

    private List<Map<String, AttributeValue>> keys(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item("pk", s(prefix + i)))
                .toList();
    }

    @Test
    default void writesAndReadsAcrossTables() {
        String pk = fresh();
        client().batchWriteItem(b -> b.requestItems(Map.of(
                tables().simple(), List.of(put("pk", s(pk), "a", n(1))),
                tables().composite(), List.of(put("pk", s(pk), "sk", s("x"), "a", n(2))))));

        BatchGetItemResponse answer = client().batchGetItem(b -> b.requestItems(Map.of(
                tables().simple(),
                KeysAndAttributes.builder()
                        .keys(List.of(item("pk", s(pk)), item("pk", s(pk + "gone"))))
                        .build(),
                tables().composite(),
                KeysAndAttributes.builder()
                        .keys(List.of(item("pk", s(pk), "sk", s("x"))))
                        .projectionExpression("a")
                        .build())));

        assertThat(answer.responses().get(tables().simple())).containsExactly(item("pk", s(pk), "a", n(1)));
        assertThat(answer.responses().get(tables().composite())).containsExactly(item("a", n(2)));
        assertThat(answer.unprocessedKeys()).isEmpty();
    }

    @Test
    default void putsAndDeletesTogether() {
        String pk = fresh();
        write(tables().simple(), List.of(put("pk", s(pk + "a")), put("pk", s(pk + "b"))));
        write(tables().simple(), List.of(delete(pk + "a"), put("pk", s(pk + "b"), "v", n(2)), delete(pk + "c")));

        assertThat(client().batchGetItem(b -> b.requestItems(Map.of(
                                tables().simple(),
                                KeysAndAttributes.builder()
                                        .keys(List.of(item("pk", s(pk + "a")), item("pk", s(pk + "b"))))
                                        .build())))
                        .responses()
                        .get(tables().simple()))
                .containsExactly(item("pk", s(pk + "b"), "v", n(2)));
    }

    @Test
    default void takes25WritesAnd100Reads() {
        String pk = fresh();
        write(
                tables().simple(),
                keys(pk, 25).stream().map(key -> put("pk", key.get("pk"))).toList());

        assertThat(client().batchGetItem(b -> b.requestItems(Map.of(
                                tables().simple(),
                                KeysAndAttributes.builder().keys(keys(pk, 100)).build())))
                        .responses()
                        .get(tables().simple()))
                .hasSize(25);
    }

    @Test
    @Differs(moto = "takes 26", source = "API Reference, BatchWriteItem: up to 25 requests")
    default void refusesMoreThanThat() {
        String pk = fresh();
        invalid(
                "Member must have length less than or equal to 25",
                () -> write(
                        tables().simple(),
                        keys(pk, 26).stream()
                                .map(key -> put("pk", key.get("pk")))
                                .toList()));
        invalid(
                "Member must have length less than or equal to 100",
                () -> client().batchGetItem(b -> b.requestItems(Map.of(
                        tables().simple(),
                        KeysAndAttributes.builder().keys(keys(pk, 101)).build()))));
    }

    @Test
    @Differs(moto = "takes it", source = "API Reference, BatchWriteItem: no multiple operations on the same item")
    default void refusesTheSameItemTwice() {
        String pk = fresh();
        invalid(
                "Provided list of item keys contains duplicates",
                () -> write(tables().simple(), List.of(put("pk", s(pk)), delete(pk))));
        invalid(
                "Provided list of item keys contains duplicates",
                () -> client().batchGetItem(b -> b.requestItems(Map.of(
                        tables().simple(),
                        KeysAndAttributes.builder()
                                .keys(List.of(item("pk", s(pk)), item("pk", s(pk))))
                                .build()))));
    }

    @Test
    @Differs(
            moto = "writes the items before it",
            source = "API Reference, BatchWriteItem: then the entire batch is rejected")
    default void writesNothingOfABatchWithAnInvalidItem() {
        String pk = fresh();
        invalid(
                "Missing the key pk in the item",
                () -> write(tables().simple(), List.of(put("pk", s(pk)), put("a", n(1)))));

        assertThat(client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s(pk))))
                        .hasItem())
                .isFalse();
    }

    @Test
    default void refusesATableOfABatchThatIsNotThere() {
        refused(
                "ResourceNotFoundException",
                "Requested resource not found",
                () -> write("no-such-table", List.of(put("pk", s("x")))));
    }

    /** 44 items of 390 KB: more than one answer may have. */
    private List<Map<String, AttributeValue>> seventeenMegabytes() {
        String big = "x".repeat(390 * 1024);
        List<Map<String, AttributeValue>> keys = keys(fresh() + "-", 44);
        for (int from = 0; from < keys.size(); from += 22) {
            write(
                    tables().simple(),
                    keys.subList(from, from + 22).stream()
                            .map(key -> put("pk", key.get("pk"), "big", s(big), "n", n(1)))
                            .toList());
        }
        return keys;
    }

    @Test
    @Differs(
            moto = "forgets whether what it leaves was to be read consistently",
            source = "API Reference, BatchGetItem, UnprocessedKeys: to be given to the next call as it is")
    default void leavesForTheNextCallWhatIsBeyond16Megabytes() {
        List<Map<String, AttributeValue>> keys = seventeenMegabytes();
        Map<String, KeysAndAttributes> wanted = Map.of(
                tables().simple(),
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());

        BatchGetItemResponse first = client().batchGetItem(b -> b.requestItems(wanted));
        KeysAndAttributes left = first.unprocessedKeys().get(tables().simple());
        BatchGetItemResponse second = client().batchGetItem(b -> b.requestItems(first.unprocessedKeys()));

        assertThat(left.keys()).isNotEmpty().hasSizeLessThan(5);
        assertThat(left.consistentRead()).isTrue();
        assertThat(second.unprocessedKeys()).isEmpty();
        assertThat(Stream.of(first, second)
                        .flatMap(answer -> answer.responses().get(tables().simple()).stream())
                        .map(found -> item("pk", found.get("pk"))))
                .containsExactlyInAnyOrderElementsOf(keys);
    }
}
