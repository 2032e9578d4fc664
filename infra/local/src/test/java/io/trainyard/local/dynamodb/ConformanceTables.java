package io.trainyard.local.dynamodb;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The tables of one run of the suite, made once: on AWS itself a table takes seconds. Tests keep apart by their
 * partition keys.
 *
 * @param simple key {@code pk} (S)
 * @param composite key {@code pk}, {@code sk} (S); GSI {@code by-owner} on {@code owner}, {@code rank} (N) with all
 *     attributes; GSI {@code by-tag} on {@code tag} with keys and {@code title}; LSI {@code by-rank} on {@code pk},
 *     {@code rank}, keys only
 * @param numbers key {@code pk} (S), {@code sk} (N)
 * @param binaries key {@code pk} (B), {@code sk} (B)
 */
record ConformanceTables(String simple, String composite, String numbers, String binaries) {

    static ConformanceTables create(DynamoDbClient client, String prefix) {
        ConformanceTables tables = new ConformanceTables(
                prefix + "-simple", prefix + "-composite", prefix + "-numbers", prefix + "-binaries");
        create(client, tables.simple, b -> b.keySchema(hash("pk")).attributeDefinitions(type("pk", "S")));
        create(client, tables.composite, ConformanceTables::composite);
        create(
                client,
                tables.numbers,
                b -> b.keySchema(hash("pk"), range("sk")).attributeDefinitions(type("pk", "S"), type("sk", "N")));
        create(
                client,
                tables.binaries,
                b -> b.keySchema(hash("pk"), range("sk")).attributeDefinitions(type("pk", "B"), type("sk", "B")));
        return tables;
    }

    static void create(DynamoDbClient client, String name, UnaryOperator<CreateTableRequest.Builder> definition) {
        client.createTable(definition
                .apply(CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST))
                .build());
        client.waiter().waitUntilTableExists(b -> b.tableName(name));
    }

    void delete(DynamoDbClient client) {
        List.of(simple, composite, numbers, binaries).forEach(name -> client.deleteTable(b -> b.tableName(name)));
    }

    static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    static KeySchemaElement range(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }

    static AttributeDefinition type(String name, String type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.fromValue(type))
                .build();
    }

    @SuppressWarnings("unchecked") // The SDK takes consumers as varargs.
    private static CreateTableRequest.Builder composite(CreateTableRequest.Builder builder) {
        return builder.keySchema(hash("pk"), range("sk"))
                .attributeDefinitions(
                        type("pk", "S"), type("sk", "S"), type("owner", "S"), type("rank", "N"), type("tag", "S"))
                .globalSecondaryIndexes(
                        i -> i.indexName("by-owner")
                                .keySchema(hash("owner"), range("rank"))
                                .projection(p -> p.projectionType(ProjectionType.ALL)),
                        i -> i.indexName("by-tag")
                                .keySchema(hash("tag"))
                                .projection(p ->
                                        p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("title")))
                .localSecondaryIndexes(i -> i.indexName("by-rank")
                        .keySchema(hash("pk"), range("rank"))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)));
    }
}
