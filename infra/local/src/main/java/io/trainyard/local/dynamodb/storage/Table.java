package io.trainyard.local.dynamodb.storage;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.ItemCodec;
import io.trainyard.local.dynamodb.value.Sizes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/** The items of one table and the entries of its indexes. */
public final class Table {

    private final TableSchema schema;
    private final Store store;
    private final Keys keys;

    Table(TableSchema schema, Store store) {
        this.schema = schema;
        this.store = store;
        this.keys = new Keys(schema);
    }

    public TableSchema schema() {
        return schema;
    }

    public Keys keys() {
        return keys;
    }

    public Optional<MapValue> get(byte[] key) {
        return store.get(schema.itemsMap(), key).map(ItemCodec::decode);
    }

    public long count() {
        return store.count(schema.itemsMap());
    }

    public long count(IndexSchema index) {
        return store.count(schema.indexMap(index));
    }

    /** Everything in the range, table or index order being that of the keys. */
    public Iterator<Entry> scan(KeyRange range, boolean forward) {
        return store.scan(schema.itemsMap(), range, forward);
    }

    /** Entries of the index: their values are keys of the table. */
    public Iterator<Entry> scan(IndexSchema index, KeyRange range, boolean forward) {
        return store.scan(schema.indexMap(index), range, forward);
    }

    /** Puts the item in the place of the old one, in the table and in every index. */
    public void replace(Batch batch, byte[] key, Optional<MapValue> old, MapValue item) {
        if (Sizes.item(item) > Sizes.MAX_ITEM) {
            throw ServiceError.validation("Item size has exceeded the maximum allowed size");
        }
        batch.put(schema.itemsMap(), key, ItemCodec.encode(item));
        for (IndexSchema index : schema.indexes()) {
            Optional<byte[]> before = old.flatMap(each -> keys.inIndex(index, each));
            Optional<byte[]> after = keys.inIndex(index, item);
            if (before.isPresent() && after.isPresent() && Arrays.equals(before.get(), after.get())) {
                continue;
            }
            before.ifPresent(entry -> batch.remove(schema.indexMap(index), entry));
            after.ifPresent(entry -> batch.put(schema.indexMap(index), entry, key));
        }
    }

    public void remove(Batch batch, byte[] key, MapValue old) {
        batch.remove(schema.itemsMap(), key);
        for (IndexSchema index : schema.indexes()) {
            keys.inIndex(index, old).ifPresent(entry -> batch.remove(schema.indexMap(index), entry));
        }
    }

    /** Adds the item to an index that is new. */
    void addTo(Batch batch, IndexSchema index, Entry entry) {
        keys.inIndex(index, ItemCodec.decode(entry.value()))
                .ifPresent(place -> batch.put(schema.indexMap(index), place, entry.key()));
    }
}
