package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Bytes;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.Map;
import java.util.Optional;

/** BatchGetItem. Source of the limits: API Reference, the same page. */
public final class BatchReads implements Operation {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private final Catalogue catalogue;

    public BatchReads(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ObjectNode answer(Parameters request) {
        ObjectNode tables = BatchItems.of(request);
        BatchItems.refuseTooMany(tables, "/Keys", MAX_ITEMS, "BatchGetItem");
        ObjectNode answer = Json.object();
        ObjectNode responses = answer.putObject("Responses");
        ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
        Consumption consumption = new Consumption();
        int size = 0;
        for (Map.Entry<String, JsonNode> entry : tables.properties()) {
            WantedKeys wanted = WantedKeys.of(catalogue, entry.getKey(), entry.getValue());
            size = read(wanted, responses.putArray(entry.getKey()), unprocessed, size, consumption);
        }
        consumption.tellAll(request, answer);
        return answer;
    }

    /** Reads one table's keys until the answer is full; what is left over goes to the unprocessed ones. */
    private static int read(
            WantedKeys wanted, ArrayNode found, ObjectNode unprocessed, int sizeBefore, Consumption consumption) {
        int size = sizeBefore;
        Table table = wanted.table();
        for (Map.Entry<Bytes, JsonNode> key : wanted.keys().entrySet()) {
            Optional<MapValue> item = table.get(key.getKey().array());
            size += item.map(Sizes::item).orElse(0);
            if (size > MAX_ANSWER) {
                wanted.leave(key.getValue(), unprocessed);
                continue;
            }
            consumption.addRead(new Target(table, null), wanted.units(item));
            item.map(each -> wanted.projection() == null
                            ? each
                            : wanted.projection().apply(each))
                    .ifPresent(each -> found.add(ValueWriter.item(each)));
        }
        return size;
    }
}
