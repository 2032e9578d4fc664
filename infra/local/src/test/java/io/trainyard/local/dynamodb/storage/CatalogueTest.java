package io.trainyard.local.dynamodb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final IndexSchema BY_TEAM =
            new IndexSchema("by-team", true, new KeySchema("team", null), "ALL", List.of(), Throughput.NONE);

    @TempDir
    Path folder;

    private static TableSchema schema(IndexSchema... indexes) {
        return new TableSchema(
                new TableIdentity("things", "id", "arn", 0),
                Map.of("pk", "S", "team", "S"),
                new KeySchema("pk", null),
                List.of(indexes),
                new TableSettings("PAY_PER_REQUEST", Throughput.NONE, null, Map.of(), false, "STANDARD"));
    }

    private static void put(Store store, Table table, String pk) {
        MapValue item = new MapValue(Map.of("pk", new StringValue(pk), "team", new StringValue("t")));
        store.write(batch -> {
            table.replace(batch, table.keys().ofItem(item), Optional.empty(), item);
            return null;
        });
    }

    @Test
    void makesAnIndexFromTheItemsAloneWhateverAKilledProcessHadBegun() {
        try (Store store = Store.open(folder)) {
            Catalogue catalogue = new Catalogue(store);
            Table table = catalogue.create(schema());
            put(store, table, "a");
            // As if an earlier attempt had been killed before its definition counted, and an item deleted since.
            put(store, new Table(schema(BY_TEAM), store), "gone");
            store.write(batch -> {
                batch.remove(
                        schema().itemsMap(), table.keys().ofItem(new MapValue(Map.of("pk", new StringValue("gone")))));
                return null;
            });

            Table changed = catalogue.change(table, schema(BY_TEAM));

            assertThat(changed.count(BY_TEAM)).isEqualTo(1);
        }
    }

    @Test
    void dropsAnIndexTogetherWithItsDefinition() {
        try (Store store = Store.open(folder)) {
            Catalogue catalogue = new Catalogue(store);
            Table table = catalogue.create(schema(BY_TEAM));
            put(store, table, "a");
            catalogue.change(table, schema());
            assertThat(table.count(BY_TEAM)).isZero();
        }
        try (Store store = Store.open(folder)) {
            assertThat(new Catalogue(store).require("things").schema().indexes())
                    .isEmpty();
        }
    }
}
