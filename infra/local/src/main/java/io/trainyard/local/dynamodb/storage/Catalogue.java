package io.trainyard.local.dynamodb.storage;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The tables there are, by name. */
public final class Catalogue {

    private static final String MAP = "tables";
    private static final int FILL_AT_ONCE = 1_000;

    private final Store store;
    private final ConcurrentNavigableMap<String, Table> tables = new ConcurrentSkipListMap<>();

    public Catalogue(Store store) {
        this.store = store;
        store.scan(MAP, KeyRange.ALL, true).forEachRemaining(entry -> {
            TableSchema schema = Json.thaw(entry.value(), TableSchema.class);
            tables.put(schema.name(), new Table(schema, store));
        });
    }

    public Store store() {
        return store;
    }

    public Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(bare(name)));
    }

    /** The table, or the refusal with which reads and writes of items answer. */
    public Table require(String name) {
        return find(name).orElseThrow(() -> ServiceError.notFound("Requested resource not found"));
    }

    /** The table as it is now, where it is still the same one. For use among writers only. */
    public Table current(Table known) {
        Table now = require(known.schema().name());
        if (!now.schema().identity().id().equals(known.schema().identity().id())) {
            throw ServiceError.notFound("Requested resource not found");
        }
        return now;
    }

    /** In the order of their names. */
    public Collection<Table> all() {
        return tables.values();
    }

    public Collection<String> namesAfter(String name) {
        return tables.tailMap(name, false).keySet();
    }

    /** Adds the table where none has its name. */
    public Table create(TableSchema schema) {
        return store.exclusively(() -> {
            if (tables.containsKey(schema.name())) {
                throw ServiceError.inUse("Table already exists: " + schema.name());
            }
            return save(schema, List.of());
        });
    }

    /**
     * Puts the definition in the place of the old one. Entries of new indexes are made before it counts, those of old ones
     * dropped with it: a process that is killed meanwhile leaves the old definition, whole.
     */
    public Table change(Table old, TableSchema next) {
        return store.exclusively(() -> {
            TableSchema before = current(old).schema();
            for (IndexSchema index : next.indexes()) {
                if (before.index(index.name()).isEmpty()) {
                    fill(new Table(next, store), index);
                }
            }
            List<String> dropped = before.indexes().stream()
                    .filter(index -> next.index(index.name()).isEmpty())
                    .map(before::indexMap)
                    .toList();
            return save(next, dropped);
        });
    }

    public void delete(Table table) {
        store.exclusively(() -> {
            TableSchema schema = current(table).schema();
            tables.remove(schema.name());
            return store.write(batch -> {
                batch.remove(MAP, key(schema));
                batch.drop(schema.itemsMap());
                schema.indexes().forEach(index -> batch.drop(schema.indexMap(index)));
                return schema;
            });
        });
    }

    private void fill(Table table, IndexSchema index) {
        store.write(batch -> {
            // What a killed process may have begun under the same name.
            batch.drop(table.schema().indexMap(index));
            return null;
        });
        Iterator<Entry> items = table.scan(KeyRange.ALL, true);
        while (items.hasNext()) {
            List<Entry> some = new ArrayList<>();
            while (items.hasNext() && some.size() < FILL_AT_ONCE) {
                some.add(items.next());
            }
            store.write(batch -> {
                some.forEach(entry -> table.addTo(batch, index, entry));
                return null;
            });
        }
    }

    private Table save(TableSchema schema, List<String> dropped) {
        store.write(batch -> {
            dropped.forEach(batch::drop);
            batch.put(MAP, key(schema), Json.freeze(schema));
            return null;
        });
        Table table = new Table(schema, store);
        tables.put(schema.name(), table);
        return table;
    }

    private static byte[] key(TableSchema schema) {
        return schema.name().getBytes(StandardCharsets.UTF_8);
    }

    /** Wherever a table's name may stand, its ARN may. */
    private static String bare(String name) {
        return name.startsWith("arn:") ? name.substring(name.indexOf('/') + 1) : name;
    }
}
