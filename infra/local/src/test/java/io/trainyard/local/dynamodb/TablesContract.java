package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.ConformanceTables.hash;
import static io.trainyard.local.dynamodb.ConformanceTables.range;
import static io.trainyard.local.dynamodb.ConformanceTables.type;
import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Tables, their tags and their time to live. */
interface TablesContract extends ConformanceCase {

    private CreateTableRequest.Builder definition(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("pk"))
                .attributeDefinitions(type("pk", "S"));
    }

    private void create(CreateTableRequest.Builder definition) {
        client().createTable(definition.build());
    }

    @Test
    default void describesATableAsItWasDefined() {
        TableDescription table =
                client().describeTable(b -> b.tableName(tables().composite())).table();

        assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.tableArn()).matches("arn:aws:dynamodb:eu-west-1:\\d{12}:table/" + tables().composite());
        assertThat(table.keySchema()).containsExactly(hash("pk"), range("sk"));
        assertThat(table.attributeDefinitions())
                .containsExactlyInAnyOrder(
                        type("pk", "S"), type("sk", "S"), type("owner", "S"), type("rank", "N"), type("tag", "S"));
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(table.globalSecondaryIndexes())
                .extracting(index -> index.indexName())
                .containsExactlyInAnyOrder("by-owner", "by-tag");
        assertThat(table.localSecondaryIndexes())
                .extracting(index -> index.projection().projectionType())
                .containsExactly(ProjectionType.KEYS_ONLY);
    }

    @Test
    @Differs(
            moto = "lists tables in the order they were made",
            source = "API Reference, ListTables: names come page by page after ExclusiveStartTableName; AWS sorts them")
    default void listsTablesPageByPage() {
        List<String> all = client().listTablesPaginator(b -> b.limit(2)).tableNames().stream()
                .toList();

        assertThat(all).contains(tables().simple(), tables().composite(), tables().numbers(), tables().binaries());
        assertThat(all).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void refusesATakenName() {
        refused(
                "ResourceInUseException",
                "Table already exists: " + tables().simple(),
                () -> create(definition(tables().simple())));
    }

    @Test
    @Differs(
            moto = "does not name the table",
            source = "API Reference, DescribeTable, ResourceNotFoundException, in AWS's own answers")
    default void namesATableThatIsNotThere() {
        String words = "Requested resource not found: Table: no-such-table not found";
        refused("ResourceNotFoundException", words, () -> client().describeTable(b -> b.tableName("no-such-table")));
        refused("ResourceNotFoundException", words, () -> client().deleteTable(b -> b.tableName("no-such-table")));
    }

    @Test
    default void makesATableAnewUnderTheNameOfADeletedOne() {
        String name = tables().simple() + "-again";
        ConformanceTables.create(client(), name, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));
        client().putItem(b -> b.tableName(name).item(Values.item("pk", Values.s("old"))));
        client().deleteTable(b -> b.tableName(name));
        client().waiter().waitUntilTableNotExists(b -> b.tableName(name));

        ConformanceTables.create(client(), name, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));

        assertThat(client().scan(b -> b.tableName(name)).items()).isEmpty();
        client().deleteTable(b -> b.tableName(name));
    }

    @SuppressWarnings("unchecked") // The SDK takes consumers as varargs.
    @Test
    @Differs(
            moto = "takes two indexes of one name",
            source = "API Reference, CreateTable: index names are unique per table")
    default void refusesDefinitionsThatDoNotFitTogether() {
        String wrong = "One or more parameter values were invalid: ";
        invalid(
                wrong + "Number of attributes in KeySchema does not exactly match number of attributes defined in"
                        + " AttributeDefinitions",
                () -> create(definition("never-made").attributeDefinitions(type("pk", "S"), type("more", "S"))));
        invalid(
                wrong
                        + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
                () -> create(definition("never-made").billingMode(BillingMode.PROVISIONED)));
        invalid(
                wrong + "Duplicate index name: twice",
                () -> create(definition("never-made")
                        .attributeDefinitions(type("pk", "S"), type("a", "S"))
                        .globalSecondaryIndexes(
                                i -> i.indexName("twice")
                                        .keySchema(hash("a"))
                                        .projection(p -> p.projectionType(ProjectionType.ALL)),
                                i -> i.indexName("twice")
                                        .keySchema(hash("a"))
                                        .projection(p -> p.projectionType(ProjectionType.ALL)))));
        invalid(
                wrong + "Table KeySchema does not have a range key, which is required when specifying a"
                        + " LocalSecondaryIndex",
                () -> create(definition("never-made")
                        .attributeDefinitions(type("pk", "S"), type("a", "S"))
                        .localSecondaryIndexes(i -> i.indexName("local")
                                .keySchema(hash("pk"), range("a"))
                                .projection(p -> p.projectionType(ProjectionType.ALL)))));
    }

    @Test
    @Differs(
            moto = "takes a table without a partition key",
            source = "API Reference, KeySchemaElement: the first element is HASH")
    default void refusesKeysInTheWrongOrder() {
        invalid(
                "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
                () -> create(definition("never-made").keySchema(range("pk"))));
    }

    @Test
    @Differs(moto = "takes any name", source = "Developer Guide, Naming rules: 3 to 255 of a-z A-Z 0-9 _ - .")
    default void refusesNamesThatAreTooShortOrOddlySpelt() {
        invalid(
                "failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
                () -> create(definition("no spaces")));
        invalid("at least 3 characters long", () -> create(definition("ab")));
    }

    @Test
    default void keepsTags() {
        String arn = client().describeTable(b -> b.tableName(tables().simple()))
                .table()
                .tableArn();
        Tag owner = Tag.builder().key("owner").value("me").build();
        Tag stage = Tag.builder().key("stage").value("test").build();

        client().tagResource(b -> b.resourceArn(arn).tags(owner, stage));
        client().untagResource(b -> b.resourceArn(arn).tagKeys("stage"));

        assertThat(client().listTagsOfResource(b -> b.resourceArn(arn)).tags()).containsExactly(owner);
    }

    @Test
    @Differs(moto = "switches it on twice", source = "API Reference, UpdateTimeToLive: TimeToLive is already enabled")
    default void switchesTimeToLiveOnOnce() {
        String name = tables().numbers();
        client().updateTimeToLive(b -> b.tableName(name)
                .timeToLiveSpecification(t -> t.attributeName("expiresAt").enabled(true)));

        var description = client().describeTimeToLive(b -> b.tableName(name)).timeToLiveDescription();

        assertThat(description.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(description.attributeName()).isEqualTo("expiresAt");
        invalid(
                "TimeToLive is already enabled",
                () -> client().updateTimeToLive(b -> b.tableName(name)
                        .timeToLiveSpecification(
                                t -> t.attributeName("expiresAt").enabled(true))));
    }

    @Test
    @Differs(
            moto = "uses another sentence",
            source = "AWS's own answer: Resource cannot be deleted as it is currently protected against deletion.")
    default void protectsATableFromDeletion() {
        String name = tables().simple() + "-kept";
        create(definition(name).deletionProtectionEnabled(true));
        client().waiter().waitUntilTableExists(b -> b.tableName(name));

        invalid(
                "Resource cannot be deleted as it is currently protected against deletion",
                () -> client().deleteTable(b -> b.tableName(name)));

        client().updateTable(b -> b.tableName(name).deletionProtectionEnabled(false));
        client().waiter().waitUntilTableExists(b -> b.tableName(name));
        client().deleteTable(b -> b.tableName(name));
    }

    @Test
    @Differs(moto = "takes the same throughput again", source = "API Reference, UpdateTable; AWS's own answer")
    default void changesBillingAndThroughput() {
        String name = tables().simple() + "-billed";
        create(definition(name));
        client().waiter().waitUntilTableExists(b -> b.tableName(name));

        client().updateTable(b -> b.tableName(name)
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(t -> t.readCapacityUnits(2L).writeCapacityUnits(3L)));
        client().waiter().waitUntilTableExists(b -> b.tableName(name));

        TableDescription table = client().describeTable(b -> b.tableName(name)).table();
        assertThat(table.provisionedThroughput().readCapacityUnits()).isEqualTo(2);
        assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(3);
        invalid(
                "The provisioned throughput for the table will not change. The requested value equals the current value.",
                () -> client().updateTable(b -> b.tableName(name)
                        .provisionedThroughput(t -> t.readCapacityUnits(2L).writeCapacityUnits(3L))));
        client().deleteTable(b -> b.tableName(name));
    }

    @Test
    @Differs(moto = "takes it", source = "AWS's own answer")
    default void refusesAChangeOfNothing() {
        invalid(
                "At least one of ProvisionedThroughput, BillingMode, ",
                () -> client().updateTable(b -> b.tableName(tables().simple())));
    }

    @Test
    default void describesTheAccountsLimits() {
        var limits = client().describeLimits();

        assertThat(limits.accountMaxReadCapacityUnits()).isPositive();
        assertThat(limits.tableMaxWriteCapacityUnits()).isPositive();
    }

    @Test
    default void saysWhetherThereAreBackups() {
        assertThat(client().describeContinuousBackups(b -> b.tableName(tables().simple()))
                        .continuousBackupsDescription()
                        .pointInTimeRecoveryDescription()
                        .pointInTimeRecoveryStatusAsString())
                .isEqualTo("DISABLED");
    }

    @SuppressWarnings("unchecked") // The SDK takes consumers as varargs.
    @Test
    @Differs(
            moto = "takes an index without throughput",
            source = "API Reference, GlobalSecondaryIndex, ProvisionedThroughput; AWS's own answers")
    default void billsIndexesAsTheirTable() {
        CreateTableRequest.Builder indexed = definition("never-made")
                .attributeDefinitions(type("pk", "S"), type("a", "S"))
                .globalSecondaryIndexes(i ->
                        i.indexName("by-a").keySchema(hash("a")).projection(p -> p.projectionType(ProjectionType.ALL)));
        invalid(
                "One or more parameter values were invalid: ProvisionedThroughput is not specified for index: by-a",
                () -> create(indexed.build().toBuilder()
                        .billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(t -> t.readCapacityUnits(1L).writeCapacityUnits(1L))));
        invalid(
                "One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: by-a"
                        + " when BillingMode is PAY_PER_REQUEST",
                () -> create(definition("never-made")
                        .attributeDefinitions(type("pk", "S"), type("a", "S"))
                        .globalSecondaryIndexes(i -> i.indexName("by-a")
                                .keySchema(hash("a"))
                                .projection(p -> p.projectionType(ProjectionType.ALL))
                                .provisionedThroughput(
                                        t -> t.readCapacityUnits(1L).writeCapacityUnits(1L)))));
    }
}
