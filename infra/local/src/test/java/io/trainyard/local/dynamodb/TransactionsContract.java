package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.refused;
import static io.trainyard.local.dynamodb.Values.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** TransactWriteItems and TransactGetItems. */
interface TransactionsContract extends ConformanceCase {

    private TransactWriteItem put(String condition, Object... namesAndValues) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(tables().simple())
                        .item(item(namesAndValues))
                        .conditionExpression(condition))
                .build();
    }

    private TransactWriteItem add(String pk, long amount) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(tables().simple())
                        .key(item("pk", s(pk)))
                        .updateExpression("ADD amount :n")
                        .expressionAttributeValues(item(":n", n(amount))))
                .build();
    }

    private TransactWriteItem check(String pk, String condition) {
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(tables().simple())
                        .key(item("pk", s(pk)))
                        .conditionExpression(condition)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private void write(TransactWriteItem... items) {
        client().transactWriteItems(b -> b.transactItems(items));
    }

    private Map<String, AttributeValue> read(String pk) {
        return client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s(pk))))
                .item();
    }

    @Test
    default void doesAllOfIt() {
        String pk = fresh();
        write(put(null, "pk", s(pk + "a"), "amount", n(5)), put(null, "pk", s(pk + "gone")));

        write(
                add(pk + "a", -2),
                add(pk + "b", 2),
                check(pk + "c", "attribute_not_exists(pk)"),
                TransactWriteItem.builder()
                        .delete(d -> d.tableName(tables().simple()).key(item("pk", s(pk + "gone"))))
                        .build());

        assertThat(read(pk + "a")).containsEntry("amount", n(3));
        assertThat(read(pk + "b")).containsEntry("amount", n(2));
        assertThat(read(pk + "gone")).isEmpty();
    }

    @Test
    default void doesNothingWhereOneConditionFailsAndSaysWhich() {
        String pk = fresh();
        write(put(null, "pk", s(pk + "there"), "v", n(1)));

        var cancelled = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> write(
                        put("attribute_not_exists(pk)", "pk", s(pk + "new")),
                        check(pk + "there", "attribute_not_exists(pk)"),
                        put("attribute_exists(pk)", "pk", s(pk + "other"))));

        assertThat(cancelled.awsErrorDetails().errorMessage())
                .isEqualTo("Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                        + " ConditionalCheckFailed, ConditionalCheckFailed]");
        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ConditionalCheckFailed", "ConditionalCheckFailed");
        assertThat(cancelled.cancellationReasons().get(1).message()).isEqualTo("The conditional request failed");
        assertThat(cancelled.cancellationReasons().get(1).item()).isEqualTo(item("pk", s(pk + "there"), "v", n(1)));
        assertThat(cancelled.cancellationReasons().get(2).hasItem()).isFalse();
        assertThat(read(pk + "new")).isEmpty();
    }

    @Test
    @Differs(moto = "ignores request tokens", source = "API Reference, TransactWriteItems, ClientRequestToken")
    default void doesTheSameRequestOnce() {
        String pk = fresh();
        String token = "token-" + pk + System.nanoTime();
        Consumer<Long> addOnce = amount -> client().transactWriteItems(
                        b -> b.transactItems(add(pk, amount)).clientRequestToken(token));

        addOnce.accept(5L);
        addOnce.accept(5L);

        assertThat(read(pk)).containsEntry("amount", n(5));
        refused("IdempotentParameterMismatchException", "", () -> addOnce.accept(6L));
    }

    @Test
    default void refusesTwoActionsOnOneItem() {
        String pk = fresh();
        invalid(
                "Transaction request cannot include multiple operations on one item",
                () -> write(put(null, "pk", s(pk)), check(pk, "attribute_exists(pk)")));
    }

    @Test
    default void takes100ActionsAndNoMore() {
        String pk = fresh();
        TransactWriteItem[] most = IntStream.range(0, 100)
                .mapToObj(i -> put(null, "pk", s(pk + "-" + i)))
                .toArray(TransactWriteItem[]::new);
        TransactWriteItem[] tooMany = IntStream.range(0, 101)
                .mapToObj(i -> put(null, "pk", s(pk + "-" + i)))
                .toArray(TransactWriteItem[]::new);

        write(most);

        assertThat(read(pk + "-99")).isNotEmpty();
        invalid("Member must have length less than or equal to 100", () -> write(tooMany));
    }

    @Test
    @Differs(
            moto = "refuses the request instead",
            source = "API Reference, TransactWriteItems, TransactionCanceledException: ValidationError")
    default void cancelsForAnUpdateThatCannotBeDone() {
        String pk = fresh();
        write(put(null, "pk", s(pk), "amount", s("text")));

        var cancelled = catchThrowableOfType(
                TransactionCanceledException.class, () -> write(put(null, "pk", s(pk + "x")), add(pk, 1)));

        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ValidationError");
        assertThat(cancelled.cancellationReasons().get(1).message())
                .isEqualTo("An operand in the update expression has an incorrect data type");
        assertThat(read(pk + "x")).isEmpty();
    }

    @Test
    @Differs(
            moto = "refuses the request instead",
            source = "API Reference, TransactWriteItems, TransactionCanceledException: ValidationError")
    default void cancelsForAKeyThatDoesNotFitTheTable() {
        String pk = fresh();

        var cancelled = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> write(put(null, "pk", s(pk)), put(null, "pk", n(1)), put(null, "other", s("x"))));

        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ValidationError", "ValidationError");
        assertThat(read(pk)).isEmpty();
    }

    @SuppressWarnings("unchecked") // The SDK takes consumers as varargs.
    @Test
    @Differs(moto = "ignores projections", source = "API Reference, Get, ProjectionExpression")
    default void readsSeveralItemsAtOnce() {
        String pk = fresh();
        write(put(null, "pk", s(pk + "a"), "v", n(1), "w", n(2)), put(null, "pk", s(pk + "b")));

        var answer = client().transactGetItems(b -> b.transactItems(
                i -> i.get(g -> g.tableName(tables().simple())
                        .key(item("pk", s(pk + "a")))
                        .projectionExpression("w")),
                i -> i.get(g -> g.tableName(tables().simple()).key(item("pk", s(pk + "gone")))),
                i -> i.get(g -> g.tableName(tables().simple()).key(item("pk", s(pk + "b"))))));

        assertThat(answer.responses()).hasSize(3);
        assertThat(answer.responses().get(0).item()).isEqualTo(item("w", n(2)));
        assertThat(answer.responses().get(1).hasItem()).isFalse();
        assertThat(answer.responses().get(2).item()).isEqualTo(item("pk", s(pk + "b")));
    }

    @Test
    default void refusesATransactionOnATableThatIsNotThere() {
        refused(
                "ResourceNotFoundException",
                "Requested resource not found",
                () -> client().transactWriteItems(b -> b.transactItems(List.of(TransactWriteItem.builder()
                        .put(p -> p.tableName("no-such-table").item(item("pk", s("x"))))
                        .build()))));
    }

    @Test
    @Differs(moto = "has no limit", source = "Developer Guide, Amazon DynamoDB Transactions: 4 MB")
    default void refusesTransactionsOfMoreThan4Megabytes() {
        String pk = fresh();
        String big = "x".repeat(390 * 1024);
        TransactWriteItem[] tooMuch = IntStream.range(0, 11)
                .mapToObj(i -> put(null, "pk", s(pk + "-" + i), "big", s(big)))
                .toArray(TransactWriteItem[]::new);

        invalid("4 MB", () -> write(tooMuch));

        assertThat(read(pk + "-0")).isEmpty();
    }
}
