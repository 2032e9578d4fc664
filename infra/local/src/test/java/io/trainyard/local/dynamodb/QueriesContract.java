package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.b;
import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Query and Scan on tables. */
interface QueriesContract extends ConformanceCase {

    private String stored(String... sortKeys) {
        String pk = fresh();
        for (String sk : sortKeys) {
            client().putItem(b ->
                    b.tableName(tables().composite()).item(item("pk", s(pk), "sk", s(sk), "len", n(sk.length()))));
        }
        return pk;
    }

    private QueryRequest.Builder query(String pk, String rest, Object... values) {
        Map<String, AttributeValue> given = item(values);
        given.put(":pk", s(pk));
        return QueryRequest.builder()
                .tableName(tables().composite())
                .keyConditionExpression("pk = :pk" + rest)
                .expressionAttributeValues(given);
    }

    private List<String> sortKeys(QueryRequest.Builder query) {
        return sortKeys(client().query(query.build()));
    }

    private static List<String> sortKeys(QueryResponse answer) {
        return answer.items().stream().map(item -> item.get("sk").s()).toList();
    }

    @Test
    default void answersInTheOrderOfTheSortKey() {
        String pk = stored("b", "a", "ab", "é", "Z", "z", "𝄞", "\uFFFD");

        // UTF-8 order puts what needs surrogates last.
        assertThat(sortKeys(query(pk, ""))).containsExactly("Z", "a", "ab", "b", "z", "é", "\uFFFD", "𝄞");
    }

    @Test
    default void answersBackwardToo() {
        String pk = stored("a", "b", "c");

        assertThat(sortKeys(query(pk, "").scanIndexForward(false))).containsExactly("c", "b", "a");
    }

    @Test
    default void findsRangesOfSortKeys() {
        String pk = stored("a", "b1", "b2", "c", "d");

        assertThat(sortKeys(query(pk, " AND sk = :v", ":v", s("b1")))).containsExactly("b1");
        assertThat(sortKeys(query(pk, " AND sk < :v", ":v", s("b1")))).containsExactly("a");
        assertThat(sortKeys(query(pk, " AND sk <= :v", ":v", s("b1")))).containsExactly("a", "b1");
        assertThat(sortKeys(query(pk, " AND sk > :v", ":v", s("b2")))).containsExactly("c", "d");
        assertThat(sortKeys(query(pk, " AND sk >= :v", ":v", s("c")))).containsExactly("c", "d");
        assertThat(sortKeys(query(pk, " AND sk BETWEEN :v AND :w", ":v", s("b"), ":w", s("c"))))
                .containsExactly("b1", "b2", "c");
        assertThat(sortKeys(query(pk, " AND begins_with(sk, :v)", ":v", s("b"))))
                .containsExactly("b1", "b2");
        assertThat(sortKeys(query(pk, " AND begins_with(sk, :v)", ":v", s("x"))))
                .isEmpty();
    }

    @Test
    default void keepsPartitionsApart() {
        String first = stored("x");
        String second = first + "0";
        client().putItem(b -> b.tableName(tables().composite()).item(item("pk", s(second), "sk", s("y"))));

        assertThat(sortKeys(query(first, ""))).containsExactly("x");
    }

    @Test
    default void ordersNumbersByValue() {
        String pk = fresh();
        List<String> numbers = List.of("-1000", "-12.5", "-0.001", "0", "0.0001", "2", "10", "1000000000000");
        List<String> mixed = new ArrayList<>(numbers);
        Collections.reverse(mixed);
        mixed.forEach(number ->
                client().putItem(b -> b.tableName(tables().numbers()).item(item("pk", s(pk), "sk", n(number)))));

        var all = client().query(b -> b.tableName(tables().numbers())
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(item(":pk", s(pk))));
        var some = client().query(b -> b.tableName(tables().numbers())
                .keyConditionExpression("pk = :pk AND sk BETWEEN :a AND :b")
                .expressionAttributeValues(item(":pk", s(pk), ":a", n("-12.5"), ":b", n("2.00"))));

        assertThat(all.items()).extracting(item -> item.get("sk").n()).containsExactlyElementsOf(numbers);
        assertThat(some.items())
                .extracting(item -> item.get("sk").n())
                .containsExactly("-12.5", "-0.001", "0", "0.0001", "2");
    }

    @Test
    default void ordersBinaryUnsigned() {
        AttributeValue pk = AttributeValue.fromB(SdkBytes.fromUtf8String(fresh()));
        List<AttributeValue> keys = List.of(b(0), b(0, 0), b(0, 255), b(1), b(127), b(128), b(255), b(255, 0));
        for (int i = keys.size() - 1; i >= 0; i--) {
            AttributeValue sk = keys.get(i);
            client().putItem(b -> b.tableName(tables().binaries()).item(item("pk", pk, "sk", sk)));
        }

        var all = client().query(b -> b.tableName(tables().binaries())
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(item(":pk", pk)));
        var prefix = client().query(b -> b.tableName(tables().binaries())
                .keyConditionExpression("pk = :pk AND begins_with(sk, :p)")
                .expressionAttributeValues(item(":pk", pk, ":p", b(0))));

        assertThat(all.items()).extracting(item -> item.get("sk")).containsExactlyElementsOf(keys);
        assertThat(prefix.items()).extracting(item -> item.get("sk")).containsExactly(b(0), b(0, 0), b(0, 255));
    }

    @Test
    default void readsPageByPage() {
        String pk = stored("a", "b", "c", "d", "e");

        QueryResponse first = client().query(query(pk, "").limit(2).build());
        QueryResponse second = client().query(query(pk, "")
                .limit(2)
                .exclusiveStartKey(first.lastEvaluatedKey())
                .build());
        QueryResponse third = client().query(query(pk, "")
                .limit(2)
                .exclusiveStartKey(second.lastEvaluatedKey())
                .build());

        assertThat(sortKeys(first)).containsExactly("a", "b");
        assertThat(first.lastEvaluatedKey()).isEqualTo(item("pk", s(pk), "sk", s("b")));
        assertThat(sortKeys(second)).containsExactly("c", "d");
        assertThat(sortKeys(third)).containsExactly("e");
        assertThat(third.hasLastEvaluatedKey()).isFalse();
    }

    @Test
    default void readsPageByPageBackward() {
        String pk = stored("a", "b", "c", "d", "e");

        List<String> all =
                client()
                        .queryPaginator(
                                query(pk, "").limit(2).scanIndexForward(false).build())
                        .items()
                        .stream()
                        .map(item -> item.get("sk").s())
                        .toList();

        assertThat(all).containsExactly("e", "d", "c", "b", "a");
    }

    @Test
    default void endsAPageAfterAMegabyte() {
        String pk = fresh();
        String big = "x".repeat(300 * 1024);
        for (int i = 0; i < 5; i++) {
            String sk = "s" + i;
            client().putItem(
                            b -> b.tableName(tables().composite()).item(item("pk", s(pk), "sk", s(sk), "big", s(big))));
        }

        QueryResponse first = client().query(query(pk, "").build());

        assertThat(first.count()).isBetween(3, 4);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
        assertThat(client().queryPaginator(query(pk, "").build()).items()).hasSize(5);
    }

    @Test
    default void filtersAfterReading() {
        String pk = stored("a", "bb", "cc", "dddd");

        QueryResponse answer = client().query(query(pk, "", ":l", n(2))
                .filterExpression("len = :l")
                .limit(3)
                .build());

        assertThat(sortKeys(answer)).containsExactly("bb", "cc");
        assertThat(answer.count()).isEqualTo(2);
        assertThat(answer.scannedCount()).isEqualTo(3);
        assertThat(answer.lastEvaluatedKey()).isEqualTo(item("pk", s(pk), "sk", s("cc")));
    }

    @Test
    default void onlyCountsWhereAsked() {
        String pk = stored("a", "b");

        QueryResponse answer = client().query(query(pk, "").select(Select.COUNT).build());

        assertThat(answer.count()).isEqualTo(2);
        assertThat(answer.hasItems()).isFalse();
    }

    @Test
    default void projectsWhatIsAskedFor() {
        String pk = stored("a");

        assertThat(client().query(query(pk, "")
                                .projectionExpression("#l")
                                .expressionAttributeNames(Map.of("#l", "len"))
                                .build())
                        .items())
                .containsExactly(item("len", n(1)));
    }

    @Test
    @Differs(moto = "fails or answers", source = "Developer Guide, Key condition expressions; AWS's own answers")
    default void refusesKeyConditionsThatAreNone() {
        String pk = fresh();
        invalid(
                "Query condition missed key schema element: pk",
                () -> client().query(b -> b.tableName(tables().composite())
                        .keyConditionExpression("sk = :v")
                        .expressionAttributeValues(item(":v", s("x")))));
        invalid(
                "Query key condition not supported",
                () -> client().query(b -> b.tableName(tables().composite())
                        .keyConditionExpression("pk > :v")
                        .expressionAttributeValues(item(":v", s("x")))));
        invalid(
                "Invalid operator used in KeyConditionExpression: OR",
                () -> client().query(query(pk, " OR sk = :v", ":v", s("x")).build()));
        invalid(
                "One or more parameter values were invalid: Condition parameter type does not match schema type",
                () -> client().query(query(pk, " AND sk = :v", ":v", n(1)).build()));
        invalid(
                "KeyConditionExpressions must only contain one condition per key",
                () -> client().query(query(pk, " AND sk > :v AND sk < :w", ":v", s("a"), ":w", s("b"))
                        .build()));
    }

    @Test
    @Differs(
            moto = "filters by it",
            source = "Developer Guide, Filter expressions for the Query operation: no key attributes")
    default void refusesAFilterOnTheKey() {
        invalid(
                "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk",
                () -> client().query(query(fresh(), "", ":v", s("x"))
                        .filterExpression("sk = :v")
                        .build()));
    }

    @Test
    @Differs(moto = "fails or answers", source = "API Reference, Query, ExclusiveStartKey; AWS's own answer")
    default void refusesAStartThatIsNoPlaceInTheTable() {
        String pk = stored("a");
        invalid(
                "The provided starting key is",
                () -> client().query(query(pk, "")
                        .exclusiveStartKey(item("pk", s(pk)))
                        .build()));
        invalid(
                "The provided starting key is outside query boundaries based on provided conditions",
                () -> client().query(query(pk, "")
                        .exclusiveStartKey(item("pk", s("another"), "sk", s("a")))
                        .build()));
    }

    @Test
    default void scansEverythingInPagesAndSegments() {
        String pk = stored("a", "b", "c", "d", "e", "f", "g");
        List<String> paged = client()
                .scanPaginator(b -> b.tableName(tables().composite())
                        .limit(3)
                        .filterExpression("pk = :pk")
                        .expressionAttributeValues(item(":pk", s(pk))))
                .items()
                .stream()
                .map(item -> item.get("sk").s())
                .toList();
        List<Map<String, AttributeValue>> all =
                client().scanPaginator(b -> b.tableName(tables().composite())).items().stream()
                        .toList();
        List<Map<String, AttributeValue>> shares = new ArrayList<>();
        for (int segment = 0; segment < 3; segment++) {
            int number = segment;
            client().scanPaginator(b ->
                            b.tableName(tables().composite()).segment(number).totalSegments(3))
                    .items()
                    .forEach(shares::add);
        }

        assertThat(paged).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(shares).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void refusesASegmentThatIsNone() {
        invalid(
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less"
                        + " than TotalSegments: 2",
                () -> client().scan(
                                b -> b.tableName(tables().simple()).segment(2).totalSegments(2)));
        invalid(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is"
                        + " present",
                () -> client().scan(b -> b.tableName(tables().simple()).segment(0)));
    }

    @Test
    default void endsAPageAfterAMegabyteThatTheFilterLeftOut() {
        String pk = fresh();
        String big = "x".repeat(300 * 1024);
        for (int i = 0; i < 5; i++) {
            String sk = "s" + i;
            client().putItem(
                            b -> b.tableName(tables().composite()).item(item("pk", s(pk), "sk", s(sk), "big", s(big))));
        }

        QueryResponse first = client().query(query(pk, "")
                .filterExpression("attribute_not_exists(big)")
                .build());

        assertThat(first.items()).isEmpty();
        assertThat(first.scannedCount()).isBetween(3, 4);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
    }

    @Test
    @Differs(
            moto = "does not check requests against the model",
            source = "API model, QueryInput: Limit from 1, Select an enum")
    default void namesEveryViolationOfTheModelAtOnce() {
        invalid(
                "2 validation errors detected: ",
                () -> client().query(
                                query(fresh(), "").limit(0).select("NOTHING").build()));
        invalid(
                "failed to satisfy constraint: Member must have value greater than or equal to 1",
                () -> client().query(query(fresh(), "").limit(0).build()));
    }

    @Test
    @Differs(moto = "takes any length", source = "Developer Guide, Quotas: an expression string may have 4 KB")
    default void refusesAnExpressionOfMoreThan4Kilobytes() {
        String filter = "attribute_exists(" + "x".repeat(4096) + ")";
        invalid(
                "Invalid FilterExpression: Expression size has exceeded the maximum allowed size; expression size: "
                        + filter.length(),
                () -> client().query(query(fresh(), "").filterExpression(filter).build()));
    }

    @Test
    @Differs(
            moto = "takes any start",
            source = "API Reference, Scan, ExclusiveStartKey: the same segment as the previous Scan")
    default void refusesAStartOfAnotherSegment() {
        String pk = stored("a");
        int refusals = 0;
        for (int segment = 0; segment < 4; segment++) {
            int number = segment;
            try {
                client().scan(b -> b.tableName(tables().composite())
                        .segment(number)
                        .totalSegments(4)
                        .exclusiveStartKey(item("pk", s(pk), "sk", s("a"))));
            } catch (DynamoDbException e) {
                assertThat(e.awsErrorDetails().errorMessage())
                        .isEqualTo("The provided Exclusive start key does not map to the provided Segment and"
                                + " TotalSegments values.");
                refusals++;
            }
        }
        assertThat(refusals).isEqualTo(3);
    }
}
