package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.ConformanceTables.hash;
import static io.trainyard.local.dynamodb.ConformanceTables.range;
import static io.trainyard.local.dynamodb.ConformanceTables.type;
import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.refused;
import static io.trainyard.local.dynamodb.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Global and local secondary indexes. */
interface IndexesContract extends ConformanceCase {

    private void put(Object... namesAndValues) {
        client().putItem(b -> b.tableName(tables().composite()).item(item(namesAndValues)));
    }

    private QueryRequest.Builder query(String index, String condition, Object... values) {
        return QueryRequest.builder()
                .tableName(tables().composite())
                .indexName(index)
                .keyConditionExpression(condition)
                .expressionAttributeValues(item(values));
    }

    // owner is a reserved word.
    private QueryRequest.Builder byOwner(String owner) {
        return query("by-owner", "#o = :o", ":o", s(owner)).expressionAttributeNames(Map.of("#o", "owner"));
    }

    private List<String> sortKeys(QueryRequest.Builder query) {
        return client().query(query.build()).items().stream()
                .map(item -> item.get("sk").s())
                .toList();
    }

    @Test
    default void findsItemsByAnotherKeyAcrossPartitions() {
        String owner = fresh();
        put("pk", s(fresh()), "sk", s("third"), "owner", s(owner), "rank", n(30));
        put("pk", s(fresh()), "sk", s("first"), "owner", s(owner), "rank", n(-1));
        put("pk", s(fresh()), "sk", s("second"), "owner", s(owner), "rank", n("2.5"));

        assertThat(sortKeys(byOwner(owner))).containsExactly("first", "second", "third");
        assertThat(sortKeys(byOwner(owner).scanIndexForward(false))).containsExactly("third", "second", "first");
    }

    @Test
    default void leavesOutItemsWithoutTheIndexKey() {
        String owner = fresh();
        put("pk", s(fresh()), "sk", s("in"), "owner", s(owner), "rank", n(1));
        put("pk", s(fresh()), "sk", s("out"), "owner", s(owner));

        assertThat(sortKeys(byOwner(owner))).containsExactly("in");
    }

    @Test
    default void followsChangesOfItems() {
        String owner = fresh();
        String other = fresh();
        String pk = fresh();
        put("pk", s(pk), "sk", s("x"), "owner", s(owner), "rank", n(1));

        client().updateItem(b -> b.tableName(tables().composite())
                .key(item("pk", s(pk), "sk", s("x")))
                .updateExpression("SET #o = :o")
                .expressionAttributeNames(Map.of("#o", "owner"))
                .expressionAttributeValues(item(":o", s(other))));
        assertThat(sortKeys(byOwner(owner))).isEmpty();
        assertThat(sortKeys(byOwner(other))).containsExactly("x");

        client().updateItem(b -> b.tableName(tables().composite())
                .key(item("pk", s(pk), "sk", s("x")))
                .updateExpression("REMOVE #r")
                .expressionAttributeNames(Map.of("#r", "rank")));
        assertThat(sortKeys(byOwner(other))).isEmpty();
    }

    @Test
    default void forgetsDeletedItems() {
        String owner = fresh();
        String pk = fresh();
        put("pk", s(pk), "sk", s("x"), "owner", s(owner), "rank", n(1));
        client().deleteItem(b -> b.tableName(tables().composite()).key(item("pk", s(pk), "sk", s("x"))));

        assertThat(sortKeys(byOwner(owner))).isEmpty();
    }

    @Test
    default void pagesThroughEntriesOfTheSameKey() {
        String owner = fresh();
        for (int i = 0; i < 5; i++) {
            put("pk", s(fresh()), "sk", s("s" + i), "owner", s(owner), "rank", n(7));
        }

        QueryResponse first = client().query(byOwner(owner).limit(2).build());
        List<String> all = client().queryPaginator(byOwner(owner).limit(2).build()).items().stream()
                .map(item -> item.get("sk").s())
                .toList();

        assertThat(first.lastEvaluatedKey().keySet()).containsExactlyInAnyOrder("pk", "sk", "owner", "rank");
        assertThat(all).containsExactlyInAnyOrder("s0", "s1", "s2", "s3", "s4");
    }

    @Test
    default void answersOnlyWhatTheIndexProjects() {
        String tag = fresh();
        String pk = fresh();
        put("pk", s(pk), "sk", s("x"), "tag", s(tag), "title", s("t"), "body", s("b"), "rank", n(1));

        var byTag = client().query(query("by-tag", "tag = :t", ":t", s(tag)).build());
        var byRank = client().query(query("by-rank", "pk = :p", ":p", s(pk)).build());

        assertThat(byTag.items()).containsExactly(item("pk", s(pk), "sk", s("x"), "tag", s(tag), "title", s("t")));
        assertThat(byRank.items()).containsExactly(item("pk", s(pk), "sk", s("x"), "rank", n(1)));
    }

    @Test
    @Differs(
            moto = "answers the projected attributes only",
            source = "Developer Guide, Local secondary indexes: attributes not projected are fetched from the table")
    default void readsTheRestOfTheItemThroughALocalIndex() {
        String pk = fresh();
        put("pk", s(pk), "sk", s("a"), "rank", n(2), "body", s("b2"));
        put("pk", s(pk), "sk", s("b"), "rank", n(1), "body", s("b1"));

        var answer = client().query(query("by-rank", "pk = :p", ":p", s(pk))
                .select(Select.ALL_ATTRIBUTES)
                .consistentRead(true)
                .build());

        assertThat(answer.items()).extracting(item -> item.get("body")).containsExactly(s("b1"), s("b2"));
    }

    @Test
    default void scansAnIndex() {
        String tag = fresh();
        put("pk", s(fresh()), "sk", s("x"), "tag", s(tag));
        put("pk", s(fresh()), "sk", s("no-tag"));

        List<AttributeValue> tags =
                client()
                        .scanPaginator(b -> b.tableName(tables().composite())
                                .indexName("by-tag")
                                .limit(2))
                        .items()
                        .stream()
                        .map(item -> item.get("tag"))
                        .toList();

        assertThat(tags).contains(s(tag)).doesNotContainNull();
    }

    @Test
    default void refusesConsistentReadsOfAGlobalIndex() {
        invalid(
                "Consistent reads are not supported on global secondary indexes",
                () -> client().query(byOwner("x").consistentRead(true).build()));
    }

    @Test
    @Differs(moto = "has a sentence of its own", source = "AWS's own answer")
    default void refusesAnIndexThatIsNotThere() {
        invalid(
                "The table does not have the specified index: by-nothing",
                () -> client().query(
                                query("by-nothing", "pk = :p", ":p", s("x")).build()));
    }

    @Test
    @Differs(
            moto = "answers",
            source = "Developer Guide, Global secondary indexes: only projected attributes can be asked for")
    default void refusesAttributesThatAGlobalIndexDoesNotHold() {
        invalid(
                "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global"
                        + " secondary index by-tag because its projection type is not ALL",
                () -> client().query(query("by-tag", "tag = :t", ":t", s("x"))
                        .select(Select.ALL_ATTRIBUTES)
                        .build()));
    }

    @Test
    @Differs(moto = "keeps them", source = "Developer Guide, Global secondary indexes, Data type considerations")
    default void refusesIndexKeysOfTheWrongTypeOrEmpty() {
        invalid(
                "One or more parameter values were invalid: Type mismatch for Index Key rank Expected: N Actual: S"
                        + " IndexName: by-",
                () -> put("pk", s(fresh()), "sk", s("x"), "rank", s("high")));
        invalid(
                "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-tag, IndexKey:"
                        + " tag",
                () -> put("pk", s(fresh()), "sk", s("x"), "tag", s("")));
    }

    @SuppressWarnings("unchecked") // The SDK takes consumers as varargs.
    @Test
    default void addsAnIndexToATableWithItems() {
        String name = tables().simple() + "-indexed";
        ConformanceTables.create(client(), name, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));
        for (int i = 0; i < 3; i++) {
            String pk = "k" + i;
            int score = 10 - i;
            client().putItem(b -> b.tableName(name).item(item("pk", s(pk), "team", s("t"), "score", n(score))));
        }

        client().updateTable(b -> b.tableName(name)
                .attributeDefinitions(type("pk", "S"), type("team", "S"), type("score", "N"))
                .globalSecondaryIndexUpdates(u -> u.create(c -> c.indexName("by-team")
                        .keySchema(hash("team"), range("score"))
                        .projection(p -> p.projectionType(ProjectionType.ALL)))));
        client().waiter().waitUntilTableExists(b -> b.tableName(name));

        assertThat(client().describeTable(b -> b.tableName(name)).table().globalSecondaryIndexes())
                .extracting(index -> index.indexStatus())
                .containsExactly(IndexStatus.ACTIVE);
        assertThat(client().query(b -> b.tableName(name)
                                .indexName("by-team")
                                .keyConditionExpression("team = :t")
                                .expressionAttributeValues(item(":t", s("t"))))
                        .items())
                .extracting(item -> item.get("pk").s())
                .containsExactly("k2", "k1", "k0");
        client().deleteTable(b -> b.tableName(name));
    }

    private static GlobalSecondaryIndexUpdate create(String name) {
        return GlobalSecondaryIndexUpdate.builder()
                .create(c ->
                        c.indexName(name).keySchema(hash("team")).projection(p -> p.projectionType(ProjectionType.ALL)))
                .build();
    }

    private void update(String table, GlobalSecondaryIndexUpdate... updates) {
        client().updateTable(b -> b.tableName(table)
                .attributeDefinitions(type("pk", "S"), type("team", "S"))
                .globalSecondaryIndexUpdates(updates));
    }

    @Test
    default void deletesAnIndexAndMakesItAnew() {
        String name = tables().simple() + "-reindexed";
        ConformanceTables.create(client(), name, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));
        update(name, create("by-team"));
        client().putItem(b -> b.tableName(name).item(item("pk", s("gone"), "team", s("t"))));

        client().updateTable(b -> b.tableName(name)
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .delete(d -> d.indexName("by-team"))
                        .build()));
        client().deleteItem(b -> b.tableName(name).key(item("pk", s("gone"))));
        client().putItem(b -> b.tableName(name).item(item("pk", s("there"), "team", s("t"))));
        assertThat(client().describeTable(b -> b.tableName(name)).table().globalSecondaryIndexes())
                .isEmpty();
        update(name, create("by-team"));

        assertThat(client().query(b -> b.tableName(name)
                                .indexName("by-team")
                                .keyConditionExpression("team = :t")
                                .expressionAttributeValues(item(":t", s("t"))))
                        .items())
                .containsExactly(item("pk", s("there"), "team", s("t")));
        client().deleteTable(b -> b.tableName(name));
    }

    @Test
    @Differs(moto = "makes several", source = "API Reference, UpdateTable: one global secondary index at once")
    default void makesOneIndexAtATime() {
        String name = tables().simple() + "-one-index";
        ConformanceTables.create(client(), name, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));
        refused(
                "LimitExceededException",
                "Only 1 online index can be created or deleted simultaneously per table",
                () -> update(name, create("one"), create("two")));
        update(name, create("one"));
        invalid("Attempting to create an index which already exists", () -> update(name, create("one")));
        refused(
                "ResourceNotFoundException",
                "Requested resource not found",
                () -> update(
                        name,
                        GlobalSecondaryIndexUpdate.builder()
                                .delete(d -> d.indexName("none"))
                                .build()));
        client().deleteTable(b -> b.tableName(name));
    }

    @Test
    @Differs(
            moto = "fails",
            source = "Developer Guide, Managing global secondary indexes: items with index key violations are left out")
    default void leavesItemsOfAnotherTypeOutOfANewIndex() {
        String name = tables().simple() + "-backfilled";
        ConformanceTables.create(client(), name, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));
        client().putItem(b -> b.tableName(name).item(item("pk", s("a"), "team", s("t"))));
        client().putItem(b -> b.tableName(name).item(item("pk", s("b"), "team", n(1))));
        client().putItem(b -> b.tableName(name).item(item("pk", s("c"))));

        update(name, create("by-team"));
        client().waiter().waitUntilTableExists(b -> b.tableName(name));

        assertThat(client().scan(b -> b.tableName(name).indexName("by-team")).items())
                .containsExactly(item("pk", s("a"), "team", s("t")));
        client().deleteTable(b -> b.tableName(name));
    }

    @Test
    @Differs(moto = "tells none", source = "API Reference, PutItem, ReturnItemCollectionMetrics")
    default void tellsTheItemCollectionOfAWriteWhereAsked() {
        String pk = fresh();
        var one = client().putItem(b -> b.tableName(tables().composite())
                .item(item("pk", s(pk), "sk", s("x")))
                .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));
        var none = client().putItem(b -> b.tableName(tables().simple())
                .item(item("pk", s(pk)))
                .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));

        assertThat(one.itemCollectionMetrics().itemCollectionKey()).isEqualTo(item("pk", s(pk)));
        assertThat(one.itemCollectionMetrics().sizeEstimateRangeGB()).hasSize(2);
        // Without local indexes there are no item collections.
        assertThat(none.itemCollectionMetrics()).isNull();
    }
}
