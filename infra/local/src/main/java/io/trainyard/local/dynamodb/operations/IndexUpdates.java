package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.TableSchema;
import io.trainyard.local.dynamodb.storage.Throughput;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** GlobalSecondaryIndexUpdates of an UpdateTable: indexes made, deleted or given another throughput. */
final class IndexUpdates {

    private final TableSchema schema;
    private final List<IndexSchema> indexes;

    private IndexUpdates(TableSchema schema) {
        this.schema = schema;
        this.indexes = new ArrayList<>(schema.indexes());
    }

    /**
     * @param billing how the table is billed afterwards: on demand, its indexes lose what throughput they had
     */
    static IndexUpdates of(TableSchema schema, String billing) {
        IndexUpdates updates = new IndexUpdates(schema);
        if (billing.equals("PAY_PER_REQUEST")) {
            updates.indexes.replaceAll(index -> with(index, Throughput.NONE));
        }
        return updates;
    }

    /** All indexes that the table has afterwards. Source of the limit: API Reference, "UpdateTable". */
    List<IndexSchema> apply(List<Parameters> updates) {
        long built = updates.stream()
                .filter(update -> update.has("Create") || update.has("Delete"))
                .count();
        if (built > 1) {
            throw ServiceError.limitExceeded("Subscriber limit exceeded: Only 1 online index can be created or deleted"
                    + " simultaneously per table");
        }
        updates.forEach(this::apply);
        return List.copyOf(indexes);
    }

    private static IndexSchema with(IndexSchema index, Throughput throughput) {
        return new IndexSchema(
                index.name(), index.global(), index.key(), index.projection(), index.included(), throughput);
    }

    private void apply(Parameters update) {
        update.nested("Create").ifPresent(this::create);
        update.nested("Delete").ifPresent(delete -> indexes.remove(named(delete)));
        update.nested("Update").ifPresent(this::change);
    }

    private void create(Parameters create) {
        IndexSchema index = TableDefinition.index(create, true);
        if (find(index.name()).isPresent()) {
            throw ServiceError.validation("Attempting to create an index which already exists");
        }
        indexes.add(index);
    }

    private void change(Parameters change) {
        IndexSchema old = named(change);
        indexes.set(indexes.indexOf(old), with(old, TableDefinition.throughput(change)));
    }

    private IndexSchema named(Parameters update) {
        String name = update.requiredText("IndexName");
        return find(name)
                .filter(IndexSchema::global)
                .orElseThrow(() -> ServiceError.notFound(
                        "Requested resource not found: Index: " + name + " of table: " + schema.name()));
    }

    private Optional<IndexSchema> find(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }
}
