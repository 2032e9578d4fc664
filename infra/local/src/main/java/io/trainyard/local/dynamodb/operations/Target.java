package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Entry;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.KeyRange;
import io.trainyard.local.dynamodb.storage.KeySchema;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.ItemCodec;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Query or Scan reads: a table, or one of its indexes.
 *
 * @param index null for the table itself
 */
record Target(Table table, @Nullable IndexSchema index) {

    static Target of(Table table, Parameters request) {
        Optional<String> name = request.text("IndexName");
        if (name.isEmpty()) {
            return new Target(table, null);
        }
        IndexSchema index = table.schema()
                .index(name.get())
                .orElseThrow(
                        () -> ServiceError.validation("The table does not have the specified index: " + name.get()));
        if (index.global() && request.flag("ConsistentRead", false)) {
            throw ServiceError.validation("Consistent reads are not supported on global secondary indexes");
        }
        return new Target(table, index);
    }

    KeySchema key() {
        return index == null ? table.schema().key() : index.key();
    }

    Iterator<Entry> scan(KeyRange range, boolean forward) {
        return index == null ? table.scan(range, forward) : table.scan(index, range, forward);
    }

    /** Where the item stands in the index; empty where it is not in it, or this is the table itself. */
    Optional<byte[]> place(MapValue item) {
        return index == null ? Optional.empty() : table.keys().inIndex(index, item);
    }

    /** The item of an entry; empty where it has gone or moved in the index since the reading began. */
    Optional<MapValue> item(Entry entry) {
        if (index == null) {
            return Optional.of(ItemCodec.decode(entry.value()));
        }
        return table.get(entry.value())
                .filter(item -> table.keys()
                        .inIndex(index, item)
                        .filter(place -> Arrays.equals(place, entry.key()))
                        .isPresent());
    }

    /** Where the item stands: its key in the table and, behind it, in the index. */
    MapValue position(MapValue item) {
        Map<String, AttributeValue> position =
                new LinkedHashMap<>(table.keys().cut(item).values());
        key().attributes().forEach(name -> item.get(name).ifPresent(value -> position.put(name, value)));
        return new MapValue(position);
    }

    /** The entry's key of a position that {@link #position} gave out, or refused. */
    byte[] entryKey(MapValue position) {
        Set<String> expected = new LinkedHashSet<>(table.schema().key().attributes());
        expected.addAll(key().attributes());
        boolean fits = position.values().keySet().equals(expected)
                && expected.stream()
                        .allMatch(name -> position.get(name)
                                .filter(value -> value.type()
                                        .equals(table.schema().types().get(name)))
                                .isPresent());
        if (!fits) {
            throw ServiceError.validation("The provided starting key is invalid");
        }
        return index == null
                ? table.keys().ofKey(position)
                : table.keys().inIndex(index, position).orElseThrow();
    }

    boolean projectsAll() {
        return index == null || index.projection().equals("ALL");
    }

    boolean isGlobalIndex() {
        return index != null && index.global();
    }

    /** The attributes that an index holds a copy of. */
    Set<String> projectedAttributes() {
        Set<String> names = new LinkedHashSet<>(table.schema().key().attributes());
        names.addAll(key().attributes());
        if (index != null) {
            names.addAll(index.included());
        }
        return names;
    }

    /** What the index holds of the item: all of it, its keys, or its keys and some attributes. */
    MapValue projected(MapValue item) {
        if (projectsAll()) {
            return item;
        }
        Map<String, AttributeValue> kept = new LinkedHashMap<>(item.values());
        kept.keySet().retainAll(projectedAttributes());
        return new MapValue(kept);
    }
}
