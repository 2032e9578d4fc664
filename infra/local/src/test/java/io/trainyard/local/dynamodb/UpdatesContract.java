package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.list;
import static io.trainyard.local.dynamodb.Values.map;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.ns;
import static io.trainyard.local.dynamodb.Values.s;
import static io.trainyard.local.dynamodb.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Update expressions and what UpdateItem returns. */
interface UpdatesContract extends ConformanceCase {

    private String stored(Object... namesAndValues) {
        String pk = fresh();
        Map<String, AttributeValue> item = item(namesAndValues);
        item.put("pk", s(pk));
        client().putItem(b -> b.tableName(tables().simple()).item(item));
        return pk;
    }

    private UpdateItemRequest.Builder update(String pk, String expression, Object... values) {
        return UpdateItemRequest.builder()
                .tableName(tables().simple())
                .key(item("pk", s(pk)))
                .updateExpression(expression)
                .expressionAttributeValues(values.length == 0 ? null : item(values));
    }

    /** The item after the update, without its key. */
    private Map<String, AttributeValue> updated(String pk, String expression, Object... values) {
        Map<String, AttributeValue> after = new HashMap<>(client().updateItem(update(pk, expression, values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .build())
                .attributes());
        after.remove("pk");
        return after;
    }

    private void refusedUpdate(String words, String pk, String expression, Object... values) {
        invalid(words, () -> client().updateItem(update(pk, expression, values).build()));
    }

    @Test
    default void makesAnItemThatIsNotThere() {
        assertThat(updated(fresh(), "SET a = :a ADD hits :one", ":a", s("x"), ":one", n(1)))
                .isEqualTo(item("a", s("x"), "hits", n(1)));
    }

    @Test
    @Differs(moto = "fails", source = "API Reference, UpdateItem: UpdateExpression is not required")
    default void makesTheKeyAloneWithoutAnExpression() {
        String pk = fresh();
        client().updateItem(b -> b.tableName(tables().simple()).key(item("pk", s(pk))));

        assertThat(client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s(pk))))
                        .item())
                .isEqualTo(item("pk", s(pk)));
    }

    @Test
    @Differs(
            moto = "keeps zeros behind the point",
            source = "Developer Guide, Data types, Number: leading and trailing zeros are trimmed")
    default void calculates() {
        String pk = stored("a", n(10), "b", n(3));

        assertThat(updated(pk, "SET a = a + :d, b = a - b, c = :d + :d", ":d", n("0.5")))
                .isEqualTo(item("a", n("10.5"), "b", n(7), "c", n(1)));
    }

    @Test
    default void readsEveryValueAsItWasBefore() {
        String pk = stored("a", n(1), "b", n(2));

        assertThat(updated(pk, "SET a = b, b = a REMOVE gone")).isEqualTo(item("a", n(2), "b", n(1)));
    }

    @Test
    default void fallsBackWhereNothingIsThere() {
        String pk = stored("a", n(1));

        assertThat(updated(
                        pk, "SET a = if_not_exists(a, :z) + :one, b = if_not_exists(b, :z)", ":z", n(0), ":one", n(1)))
                .isEqualTo(item("a", n(2), "b", n(0)));
    }

    @Test
    default void appendsToLists() {
        String pk = stored("l", list(n(1)));

        assertThat(updated(
                        pk,
                        "SET l = list_append(l, :more), m = list_append(if_not_exists(m, :none), :more)",
                        ":more",
                        list(n(2)),
                        ":none",
                        list()))
                .isEqualTo(item("l", list(n(1), n(2)), "m", list(n(2))));
    }

    @Test
    default void reachesIntoDocuments() {
        String pk = stored("doc", map("x", n(1), "l", list(n(1), n(2), n(3), n(4))));

        assertThat(updated(
                        pk,
                        "SET doc.y = :v, doc.l[1] = :v, doc.l[9] = :w REMOVE doc.x, doc.l[0], doc.l[2]",
                        ":v",
                        s("new"),
                        ":w",
                        s("last")))
                .isEqualTo(item("doc", map("y", s("new"), "l", list(s("new"), n(4), s("last")))));
    }

    @Test
    default void addsToNumbersAndSets() {
        String pk = stored("n", n(5), "s", ss("a"));

        assertThat(updated(pk, "ADD n :n, s :s, t :t", ":n", n(-7), ":s", ss("b", "a"), ":t", ns("1")))
                .containsEntry("n", n(-2))
                .containsEntry("t", ns("1"))
                .hasEntrySatisfying("s", set -> assertThat(set.ss()).containsExactlyInAnyOrder("a", "b"));
    }

    @Test
    default void deletesFromSetsAndDropsEmptyOnes() {
        String pk = stored("s", ss("a", "b"), "t", ss("x"));

        assertThat(updated(pk, "DELETE s :s, t :t", ":s", ss("b", "zzz"), ":t", ss("x")))
                .isEqualTo(item("s", ss("a")));
    }

    @Test
    default void returnsWhatIsAskedFor() {
        Object[] values = {":v", n(2)};
        String expression = "SET a = :v, c = :v REMOVE b";
        Map<ReturnValue, Map<String, AttributeValue>> expected = Map.of(
                ReturnValue.NONE, Map.of(),
                ReturnValue.UPDATED_OLD, item("a", n(1), "b", n(1)),
                ReturnValue.UPDATED_NEW, item("a", n(2), "c", n(2)));

        expected.forEach((wanted, attributes) -> {
            String pk = stored("a", n(1), "b", n(1), "other", n(1));
            assertThat(client().updateItem(update(pk, expression, values)
                                    .returnValues(wanted)
                                    .build())
                            .attributes())
                    .as(wanted.toString())
                    .isEqualTo(attributes);
        });
        String pk = stored("a", n(1), "b", n(1));
        assertThat(client().updateItem(update(pk, expression, values)
                                .returnValues(ReturnValue.ALL_OLD)
                                .build())
                        .attributes())
                .isEqualTo(item("pk", s(pk), "a", n(1), "b", n(1)));
    }

    @Test
    default void returnsOnlyTheUpdatedPartsOfDocuments() {
        String pk = stored("doc", map("x", n(1), "y", n(1)));

        assertThat(client().updateItem(update(pk, "SET doc.x = :v", ":v", n(2))
                                .returnValues(ReturnValue.UPDATED_NEW)
                                .build())
                        .attributes())
                .isEqualTo(item("doc", map("x", n(2))));
    }

    @Test
    default void refusesToChangeTheKey() {
        refusedUpdate(
                "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key",
                fresh(),
                "SET pk = :v",
                ":v",
                s("other"));
    }

    @Test
    @Differs(
            moto = "makes the path",
            source = "Developer Guide, Using update expressions: the document path must be there")
    default void refusesPathsThatLeadNowhere() {
        String pk = stored("a", n(1));
        String words = "The document path provided in the update expression is invalid for update";
        refusedUpdate(words, pk, "SET gone.x = :v", ":v", n(1));
        refusedUpdate(words, pk, "SET a.x = :v", ":v", n(1));
        refusedUpdate(words, pk, "SET a[0] = :v", ":v", n(1));
    }

    @Test
    default void refusesValuesThatAreNotThere() {
        refusedUpdate(
                "The provided expression refers to an attribute that does not exist in the item", fresh(), "SET a = b");
    }

    @Test
    @Differs(moto = "has another sentence", source = "AWS's own answer")
    default void refusesOperandsOfTheWrongType() {
        String pk = stored("word", s("x"));
        String words = "An operand in the update expression has an incorrect data type";
        refusedUpdate(words, pk, "SET a = word + :n", ":n", n(1));
        refusedUpdate(words, pk, "ADD word :n", ":n", n(1));
        refusedUpdate(
                "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +,"
                        + " operand type: S",
                pk,
                "SET a = :n + :s",
                ":n",
                n(1),
                ":s",
                s("x"));
        refusedUpdate(
                "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type:"
                        + " STRING",
                pk,
                "ADD a :s",
                ":s",
                s("x"));
    }

    @Test
    @Differs(moto = "finds only paths that are the same", source = "AWS's own answer")
    default void refusesPathsThatMeet() {
        refusedUpdate(
                "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these"
                        + " paths; path one: [a], path two: [a]",
                fresh(),
                "SET a = :v, a = :v",
                ":v",
                n(1));
        refusedUpdate(
                "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b],"
                        + " path two: [a]",
                fresh(),
                "SET a.b = :v REMOVE a",
                ":v",
                n(1));
        refusedUpdate("Two document paths conflict with each other", fresh(), "SET a.b = :v, a[0] = :v", ":v", n(1));
    }

    @Test
    default void refusesASectionTwice() {
        refusedUpdate(
                "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;",
                fresh(),
                "SET a = :v SET b = :v",
                ":v",
                n(1));
    }

    @Test
    @Differs(moto = "calls an unknown function a syntax error", source = "AWS's own answer")
    default void refusesUpdatesThatCannotBeRead() {
        refusedUpdate("Invalid UpdateExpression: Syntax error; token:", fresh(), "SET a :v", ":v", n(1));
        refusedUpdate("Invalid UpdateExpression: Syntax error; token:", fresh(), "CHANGE a = :v", ":v", n(1));
        refusedUpdate("Invalid UpdateExpression: The expression can not be empty;", fresh(), "");
        refusedUpdate("Invalid UpdateExpression: Invalid function name; function: plus", fresh(), "SET a = plus(b, c)");
    }

    @Test
    default void refusesToGrowAnItemBeyond400Kilobytes() {
        String pk = stored("l", s("x".repeat(390 * 1024)));

        refusedUpdate(
                "Item size to update has exceeded the maximum allowed size",
                pk,
                "SET m = :v",
                ":v",
                s("x".repeat(20 * 1024)));
    }

    @Test
    @Differs(moto = "has no limit", source = "Developer Guide, Quotas: nested attributes up to 32 levels")
    default void refusesToNestAnItemTooDeep() {
        String pk = fresh();
        AttributeValue deepest = s("bottom");
        for (int level = 0; level < 32; level++) {
            deepest = list(deepest);
        }
        Map<String, AttributeValue> item = item("pk", s(pk), "a", deepest);
        client().putItem(b -> b.tableName(tables().simple()).item(item));

        invalid(
                "Nesting Levels have exceeded supported limits",
                () -> client().updateItem(b -> b.tableName(tables().simple())
                        .key(item("pk", s(pk)))
                        .updateExpression("SET a" + "[0]".repeat(32) + " = :v")
                        .expressionAttributeValues(item(":v", list(s("deeper"))))));
    }
}
