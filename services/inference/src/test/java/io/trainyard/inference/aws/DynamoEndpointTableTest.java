package io.trainyard.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.fakes.LocalTables;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.inference.domain.KnownJob;
import io.trainyard.lambda.PackedAttribute;
import io.trainyard.slots.SlotTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the endpoints and ledger services write, from the local account's DynamoDB. */
class DynamoEndpointTableTest {

    @TempDir
    Path folder;

    private LocalTables tables;

    @BeforeEach
    void open() {
        tables = LocalTables.open(folder);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void readsTheSlotsAndNothingBeforeThereAreAny() {
        String name = tables.table("slots");
        var table = new DynamoEndpointTable(tables.client(), name);
        assertThat(table.read()).isEqualTo(SlotTable.EMPTY);
        var world = new InMemoryModels();
        world.ready("a");

        tables.client()
                .putItem(request -> request.tableName(name)
                        .item(Map.of(
                                "pk",
                                fromS("slots"),
                                "sk",
                                fromS("slots"),
                                "table",
                                PackedAttribute.of(Json.write(world.read())))));

        assertThat(table.read()).isEqualTo(world.read());
    }

    @Test
    void readsAJobsRecord() {
        String name = tables.table("records");
        var book = new DynamoJobBook(tables.client(), name);
        tables.client()
                .putItem(request -> request.tableName(name)
                        .item(Map.of(
                                "pk",
                                fromS("a"),
                                "sk",
                                fromS("record"),
                                "document",
                                PackedAttribute.of("{\"name\":\"penguins\",\"status\":\"READY\",\"more\":1}"))));

        assertThat(book.job("a")).contains(new KnownJob("a", "penguins", "READY"));
        assertThat(book.job("b")).isEmpty();
    }

    @Test
    void findsJobsByTheirNamesTheNewestFirst() {
        String name = tables.table("ledger", "records");
        var book = new DynamoJobBook(tables.client(), name);
        record(name, "a", "penguins", 1, Map.of("ended", fromS("READY")));
        record(name, "b", "iris", 2, Map.of("ended", fromS("READY")));
        record(name, "c", "penguins", 3, Map.of());

        assertThat(book.named("penguins"))
                .containsExactly(
                        new KnownJob("c", "penguins", "TRAINING_MODEL"), new KnownJob("a", "penguins", "READY"));
        assertThat(book.named("x")).isEmpty();
    }

    private void record(String table, String jobId, String name, int second, Map<String, AttributeValue> more) {
        var item = new HashMap<>(more);
        item.put("pk", fromS(jobId));
        item.put("sk", fromS("record"));
        item.put("listing", fromS("jobs"));
        item.put("name", fromS(name));
        item.put("createdAt", fromS("2026-01-01T00:00:0" + second + ".000000000Z"));
        item.put("document", PackedAttribute.of("{\"name\":\"" + name + "\",\"status\":\"TRAINING_MODEL\"}"));
        tables.client().putItem(request -> request.tableName(table).item(item));
    }
}
