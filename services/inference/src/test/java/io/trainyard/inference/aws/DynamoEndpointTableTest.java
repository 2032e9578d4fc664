package io.trainyard.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.trainyard.events.json.Json;
import io.trainyard.fakes.LocalTables;
import io.trainyard.inference.app.FindModel;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.inference.domain.KnownJob;
import io.trainyard.inference.domain.Target;
import io.trainyard.lambda.PackedAttribute;
import io.trainyard.slots.SlotTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the endpoints and ledger services write, from the local account's DynamoDB. */
class DynamoEndpointTableTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

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
                                PackedAttribute.of("{\"name\":\"penguins\",\"status\":\"READY\",\"createdAt\":\"" + NOON
                                        + "\",\"more\":1}"))));

        assertThat(book.job("a")).contains(new KnownJob("a", "penguins", "READY", NOON));
        assertThat(book.job("b")).isEmpty();
    }

    @Test
    void findsTheNewestJobOfAName() {
        String name = tables.table("ledger", "records");
        var book = new DynamoJobBook(tables.client(), name);
        record(name, "a", "penguins", 1, Map.of("ended", fromS("READY")));
        record(name, "b", "iris", 2, Map.of("ended", fromS("READY")));
        record(name, "c", "penguins", 3, Map.of());

        assertThat(book.newest("penguins"))
                .contains(new KnownJob("c", "penguins", "TRAINING_MODEL", NOON.plusSeconds(3)));
        assertThat(book.newest("iris")).contains(new KnownJob("b", "iris", "READY", NOON.plusSeconds(2)));
        assertThat(book.newest("x")).isEmpty();
    }

    @Test
    void aNameLeadsToItsModelHoweverManyJobsCameLater() {
        String records = tables.table("ledger", "records");
        var world = new InMemoryModels();
        world.ready("a");
        record(records, "a", "penguins", 0, Map.of("ended", fromS("READY")));
        for (int i = 1; i <= InMemoryModels.NEWEST + 1; i++) {
            record(records, "later-" + i, "penguins", i, Map.of("ended", fromS("REJECTED")));
        }
        var models = new FindModel(
                world, new DynamoJobBook(tables.client(), records), Clock.fixed(NOON, ZoneOffset.UTC), Duration.ZERO);

        assertThat(models.find("penguins"))
                .isInstanceOfSatisfying(
                        Target.Ready.class,
                        ready -> assertThat(ready.slot().key().jobId()).isEqualTo("a"));
    }

    private void record(String table, String jobId, String name, int second, Map<String, AttributeValue> more) {
        Instant created = NOON.plusSeconds(second);
        var item = new HashMap<>(more);
        item.put("pk", fromS(jobId));
        item.put("sk", fromS("record"));
        item.put("listing", fromS("jobs"));
        item.put("name", fromS(name));
        item.put("createdAt", fromS(created.toString().replace("Z", ".000000000Z")));
        item.put(
                "document",
                PackedAttribute.of(Json.write(Map.of("name", name, "status", "TRAINING_MODEL", "createdAt", created))));
        tables.client().putItem(request -> request.tableName(table).item(item));
    }
}
