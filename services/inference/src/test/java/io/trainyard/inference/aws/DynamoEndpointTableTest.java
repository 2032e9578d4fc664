package io.trainyard.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.fakes.LocalTables;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.inference.domain.KnownJob;
import io.trainyard.slots.SlotTable;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                                "pk", fromS("slots"), "sk", fromS("slots"), "table", fromS(Json.write(world.read())))));

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
                                fromS("{\"name\":\"penguins\",\"status\":\"READY\",\"more\":1}"))));

        assertThat(book.job("a")).contains(new KnownJob("a", "penguins", "READY"));
        assertThat(book.job("b")).isEmpty();
    }
}
