package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.b;
import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.list;
import static io.trainyard.local.dynamodb.Values.map;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.refused;
import static io.trainyard.local.dynamodb.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** PutItem, GetItem and DeleteItem without conditions. */
interface ItemsContract extends ConformanceCase {

    private Map<String, AttributeValue> read(String pk) {
        return client().getItem(b ->
                        b.tableName(tables().simple()).key(item("pk", s(pk))).consistentRead(true))
                .item();
    }

    @Test
    default void givesBackWhatWasPut() {
        Map<String, AttributeValue> item =
                item("pk", s(fresh()), "text", s("ü€𝄞"), "deep", map("list", list(n(1), map("x", b(0, 255)))));

        client().putItem(b -> b.tableName(tables().simple()).item(item));

        assertThat(read(item.get("pk").s())).isEqualTo(item);
    }

    @Test
    default void saysNothingOfAnItemThatIsNotThere() {
        var answer = client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s(fresh()))));

        assertThat(answer.hasItem()).isFalse();
    }

    @Test
    default void replacesTheWholeItem() {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", n(1), "b", n(2))));

        var answer = client().putItem(b -> b.tableName(tables().simple())
                .item(item("pk", s(pk), "c", n(3)))
                .returnValues(ReturnValue.ALL_OLD));

        assertThat(answer.attributes()).isEqualTo(item("pk", s(pk), "a", n(1), "b", n(2)));
        assertThat(read(pk)).isEqualTo(item("pk", s(pk), "c", n(3)));
    }

    @Test
    default void returnsNoOldItemWhereThereWasNone() {
        var answer = client().putItem(b ->
                b.tableName(tables().simple()).item(item("pk", s(fresh()))).returnValues(ReturnValue.ALL_OLD));

        assertThat(answer.hasAttributes()).isFalse();
    }

    @Test
    default void deletesOnceAndThenDoesNothing() {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", n(1))));

        var first = client().deleteItem(b ->
                b.tableName(tables().simple()).key(item("pk", s(pk))).returnValues(ReturnValue.ALL_OLD));
        var second = client().deleteItem(b ->
                b.tableName(tables().simple()).key(item("pk", s(pk))).returnValues(ReturnValue.ALL_OLD));

        assertThat(first.attributes()).isEqualTo(item("pk", s(pk), "a", n(1)));
        assertThat(second.hasAttributes()).isFalse();
        assertThat(read(pk)).isEmpty();
    }

    @Test
    @Differs(
            moto = "takes a name that is used before an index for unused",
            source = "Developer Guide, Expression attribute names")
    default void projectsPartsOfAnItem() {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple())
                .item(item(
                        "pk", s(pk), "a", map("x", n(1), "y", n(2)), "l", list(n(10), n(11), n(12)), "other", s("o"))));

        var answer = client().getItem(b -> b.tableName(tables().simple())
                .key(item("pk", s(pk)))
                .projectionExpression("a.x, l[0], #l[2], absent")
                .expressionAttributeNames(Map.of("#l", "l")));

        assertThat(answer.item()).isEqualTo(item("a", map("x", n(1)), "l", list(n(10), n(12))));
    }

    @Test
    @Differs(moto = "answers them", source = "Developer Guide, Using projection expressions; AWS's own answer")
    default void refusesPathsThatOverlap() {
        invalid(
                "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of"
                        + " these paths; path one: [a], path two: [a, b]",
                () -> client().getItem(b ->
                        b.tableName(tables().simple()).key(item("pk", s("x"))).projectionExpression("a, a.b")));
    }

    @Test
    @Differs(
            moto = "takes keys with more attributes than the table's",
            source = "API Reference, GetItem: Key holds the key attributes and no others")
    default void refusesAKeyThatDoesNotFit() {
        String words = "The provided key element does not match the schema";
        invalid(
                words,
                () -> client().getItem(b -> b.tableName(tables().simple()).key(item("pk", n(1)))));
        invalid(
                words,
                () -> client().getItem(b -> b.tableName(tables().simple()).key(item("other", s("x")))));
        invalid(
                words,
                () -> client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s("x"), "sk", s("y")))));
        invalid(
                words,
                () -> client().deleteItem(b -> b.tableName(tables().composite()).key(item("pk", s("x")))));
    }

    @Test
    default void refusesAnItemWithoutItsKey() {
        invalid(
                "One or more parameter values were invalid: Missing the key pk in the item",
                () -> client().putItem(b -> b.tableName(tables().simple()).item(item("a", s("x")))));
        invalid(
                "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N",
                () -> client().putItem(b -> b.tableName(tables().simple()).item(item("pk", n(1)))));
    }

    @Test
    @Differs(
            moto = "has the sentence from before empty values were allowed",
            source = "Developer Guide, Data types: key attributes may not be empty")
    default void refusesEmptyKeys() {
        invalid(
                "The AttributeValue for a key attribute cannot contain an empty string value. Key: pk",
                () -> client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s("")))));
        invalid(
                "The AttributeValue for a key attribute cannot contain an empty string value. Key: pk",
                () -> client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s("")))));
    }

    @Test
    default void refusesKeysThatAreTooLong() {
        invalid(
                "Size of hashkey has exceeded the maximum size limit of2048 bytes",
                () -> client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s("x".repeat(2049))))));
        invalid(
                "Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
                () -> client().putItem(b ->
                        b.tableName(tables().composite()).item(item("pk", s("x"), "sk", s("y".repeat(1025))))));
    }

    @Test
    @Differs(moto = "counts the size of the JSON", source = "Developer Guide, DynamoDB item sizes and formats")
    default void refusesAnItemOfMoreThan400Kilobytes() {
        String pk = fresh();
        String most = "x".repeat(400 * 1024 - 2 - pk.length() - 1);
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", s(most))));

        invalid(
                "Item size has exceeded the maximum allowed size",
                () -> client().putItem(
                                b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", s(most + "x")))));
    }

    @Test
    default void refusesATableThatIsNotThere() {
        refused(
                "ResourceNotFoundException",
                "Requested resource not found",
                () -> client().getItem(b -> b.tableName("no-such-table").key(item("pk", s("x")))));
        refused(
                "ResourceNotFoundException",
                "Requested resource not found",
                () -> client().putItem(b -> b.tableName("no-such-table").item(item("pk", s("x")))));
    }

    @Test
    default void refusesReturnValuesThatMakeNoSense() {
        invalid(
                "Return values set to invalid value",
                () -> client().putItem(b ->
                        b.tableName(tables().simple()).item(item("pk", s("x"))).returnValues(ReturnValue.ALL_NEW)));
    }
}
