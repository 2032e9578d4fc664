package io.trainyard.fakes;

import io.trainyard.wiring.TableIndex;
import io.trainyard.wiring.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A DynamoDB without any table, for the contract suites of adapters: the local account's, or one that nobody here wrote. */
public interface Tables extends AutoCloseable {

    /** AWS's own client of it; closed with the tables. */
    DynamoDbClient client();

    /** Makes a table with the keys that every table of ours has. */
    default String table(String name) {
        return make(name, List.of());
    }

    /** Makes a table with the indexes that its service's description gives it: for tests that run in a service's folder. */
    default String table(String service, String name) {
        return Wiring.load(Path.of("..")).service(service).orElseThrow().state().stream()
                .filter(table -> table.name().equals(name))
                .map(table -> make(name, table.indexes()))
                .findFirst()
                .orElseThrow();
    }

    private String make(String name, List<TableIndex> indexes) {
        var attributes = Stream.concat(
                        Stream.of("pk", "sk"),
                        indexes.stream()
                                .flatMap(index -> Stream.concat(Stream.of(index.partition()), index.sort().stream())))
                .distinct()
                .map(key -> AttributeDefinition.builder()
                        .attributeName(key)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
        client().createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys("pk", Optional.of("sk")))
                .attributeDefinitions(attributes)
                .globalSecondaryIndexes(
                        indexes.isEmpty()
                                ? null
                                : indexes.stream().map(Tables::index).toList()));
        return name;
    }

    private static GlobalSecondaryIndex index(TableIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.partition(), index.sort()))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(TableIndex index) {
        var holds = index.holds();
        if (holds.isEmpty()) {
            return Projection.builder().projectionType(ProjectionType.ALL).build();
        }
        return holds.get().isEmpty()
                ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
                : Projection.builder()
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(holds.get())
                        .build();
    }

    private static List<KeySchemaElement> keys(String partition, Optional<String> sort) {
        return Stream.concat(
                        Stream.of(key(partition, KeyType.HASH)), sort.stream().map(name -> key(name, KeyType.RANGE)))
                .toList();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    void close();
}
