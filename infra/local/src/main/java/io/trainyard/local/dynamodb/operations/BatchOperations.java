package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Bytes;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** BatchGetItem and BatchWriteItem. Source of the limits: API Reference, the same pages. */
public final class BatchOperations {

    private static final int MAX_READS = 100;
    private static final int MAX_WRITES = 25;
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private final Catalogue catalogue;

    public BatchOperations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Map<String, Operation> all() {
        return Map.of("BatchGetItem", this::get, "BatchWriteItem", this::write);
    }

    private ObjectNode write(Parameters request) {
        ObjectNode tables = requestItems(request);
        List<ItemWrite> writes = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        refuseTooMany(tables, "", MAX_WRITES, "BatchWriteItem");
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            for (JsonNode each : table.getValue()) {
                ItemWrite write = write(table.getKey(), each);
                if (!places.add(Place.of(write.table(), write.key()))) {
                    throw duplicates();
                }
                writes.add(write);
            }
        }
        Consumption consumption = new Consumption();
        catalogue.store().write(batch -> {
            writes.forEach(write -> consumption.addWrite(write.table(), write.apply(catalogue, batch), 1));
            return null;
        });
        ObjectNode answer = Json.object();
        answer.putObject("UnprocessedItems");
        consumption.tellAll(request, answer);
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

    private ObjectNode get(Parameters request) {
        ObjectNode tables = requestItems(request);
        refuseTooMany(tables, "Keys", MAX_READS, "BatchGetItem");
        ObjectNode answer = Json.object();
        ObjectNode responses = answer.putObject("Responses");
        ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
        Consumption consumption = new Consumption();
        int size = 0;
        for (Map.Entry<String, JsonNode> entry : tables.properties()) {
            KeysOfTable wanted = keysOfTable(entry.getKey(), entry.getValue());
            size = get(wanted, responses.putArray(entry.getKey()), unprocessed, size, consumption);
        }
        consumption.tellAll(request, answer);
        return answer;
    }

    /** What one table's part of a BatchGetItem asks for. */
    private record KeysOfTable(
            String name,
            ObjectNode request,
            Table table,
            @Nullable Projection projection) {

        double units(Optional<MapValue> item) {
            return Capacity.read(
                    item.map(Sizes::item).orElse(0), new Parameters(request, "").flag("ConsistentRead", false));
        }
    }

    private KeysOfTable keysOfTable(String name, JsonNode value) {
        if (!(value instanceof ObjectNode wanted)) {
            throw ServiceError.serialization("Unexpected value type in payload");
        }
        Projection projection = Expressions.read(new Parameters(wanted, ""), ExpressionKind.PROJECTION)
                .projection();
        return new KeysOfTable(name, wanted, catalogue.require(name), projection);
    }

    /** Reads one table's keys until the answer is full; what is left over goes to the unprocessed ones. */
    private static int get(
            KeysOfTable wanted, ArrayNode found, ObjectNode unprocessed, int sizeBefore, Consumption consumption) {
        int size = sizeBefore;
        Table table = wanted.table();
        for (Map.Entry<Bytes, JsonNode> key :
                keys(table, wanted.request().path("Keys")).entrySet()) {
            Optional<MapValue> item = table.get(key.getKey().array());
            size += item.map(Sizes::item).orElse(0);
            if (size > MAX_ANSWER) {
                leave(wanted, key.getValue(), unprocessed);
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

    private static void leave(KeysOfTable wanted, JsonNode key, ObjectNode unprocessed) {
        if (!unprocessed.has(wanted.name())) {
            ObjectNode settings = wanted.request().deepCopy();
            settings.remove("Keys");
            unprocessed.set(wanted.name(), settings);
        }
        ObjectNode rest = (ObjectNode) unprocessed.get(wanted.name());
        rest.withArray("Keys").add(key);
    }

    private static Map<Bytes, JsonNode> keys(Table table, JsonNode list) {
        Map<Bytes, JsonNode> keys = new LinkedHashMap<>();
        for (JsonNode each : list) {
            Bytes key = new Bytes(table.keys().ofKey(ValueReader.item(each)));
            if (keys.put(key, each) != null) {
                throw duplicates();
            }
        }
        return keys;
    }

    private static ObjectNode requestItems(Parameters request) {
        ObjectNode tables = request.requiredObject("RequestItems");
        if (tables.isEmpty()) {
            throw ServiceError.constraint("{}", "requestItems", "Member must have length greater than or equal to 1");
        }
        return tables;
    }

    private static void refuseTooMany(ObjectNode tables, String list, int most, String operation) {
        int total = 0;
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            JsonNode entries =
                    list.isEmpty() ? table.getValue() : table.getValue().path(list);
            if (!entries.isArray()) {
                throw ServiceError.constraint("null", "requestItems." + table.getKey(), "Member must not be null");
            }
            if (entries.isEmpty() || entries.size() > most) {
                throw ServiceError.constraint(
                        "{" + table.getKey() + "=[" + entries.size() + " entries]}",
                        "requestItems",
                        "Map value must satisfy constraint: [Member must have length less than or equal to " + most
                                + ", Member must have length greater than or equal to 1]");
            }
            total += entries.size();
        }
        if (total > most) {
            throw ServiceError.validation("Too many items requested for the " + operation + " call");
        }
    }

    private static ServiceError duplicates() {
        return ServiceError.validation("Provided list of item keys contains duplicates");
    }
}
