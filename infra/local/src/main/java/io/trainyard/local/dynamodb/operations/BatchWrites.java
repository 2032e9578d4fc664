package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** BatchWriteItem. Source of the limits: API Reference, the same page. */
public final class BatchWrites implements Operation {

    private static final int MAX_ITEMS = 25;

    private final Catalogue catalogue;

    public BatchWrites(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ObjectNode answer(Parameters request) {
        ObjectNode tables = BatchItems.of(request);
        List<ItemWrite> writes = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        BatchItems.refuseTooMany(tables, "", MAX_ITEMS, "BatchWriteItem");
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            for (JsonNode each : table.getValue()) {
                ItemWrite write = write(table.getKey(), each);
                if (!places.add(Place.of(write.table(), write.key()))) {
                    throw BatchItems.duplicates();
                }
                writes.add(write);
            }
        }
        Consumption consumption = new Consumption();
        ItemCollections collections = new ItemCollections();
        catalogue.store().write(batch -> {
            for (ItemWrite write : writes) {
                Outcome outcome = write.apply(catalogue, batch);
                consumption.addWrite(write.table(), outcome, 1);
                collections.addWrite(write.table(), outcome);
            }
            return null;
        });
        ObjectNode answer = Json.object();
        answer.putObject("UnprocessedItems");
        consumption.tellAll(request, answer);
        collections.tellAll(request, answer);
        return answer;
    }

    private ItemWrite write(String table, JsonNode request) {
        JsonNode put = request.path("PutRequest");
        JsonNode delete = request.path("DeleteRequest");
        if (put.isObject() == delete.isObject()) {
            throw ServiceError.validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                            + " PutRequest and DeleteRequest");
        }
        ObjectNode single = (put.isObject() ? put : delete).deepCopy();
        Parameters parameters = new Parameters(single.put("TableName", table), "");
        return put.isObject() ? ItemWrite.put(catalogue, parameters) : ItemWrite.delete(catalogue, parameters);
    }
}
