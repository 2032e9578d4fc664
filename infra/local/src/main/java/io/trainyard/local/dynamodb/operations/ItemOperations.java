package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PutItem, GetItem, UpdateItem and DeleteItem. */
public final class ItemOperations {

    private static final Set<String> OLD_OR_NONE = Set.of("NONE", "ALL_OLD");

    private final Catalogue catalogue;

    public ItemOperations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Map<String, Operation> all() {
        return Map.of(
                "PutItem", this::put,
                "GetItem", this::get,
                "UpdateItem", this::update,
                "DeleteItem", this::delete);
    }

    private ObjectNode put(Parameters request) {
        refuseUpdatedValues(request);
        return write(request, ItemWrite.put(catalogue, request));
    }

    private ObjectNode delete(Parameters request) {
        refuseUpdatedValues(request);
        return write(request, ItemWrite.delete(catalogue, request));
    }

    private ObjectNode update(Parameters request) {
        returnValues(request);
        return write(request, ItemWrite.update(catalogue, request));
    }

    private ObjectNode write(Parameters request, ItemWrite write) {
        Outcome outcome = catalogue.store().write(batch -> write.apply(catalogue, batch));
        ObjectNode answer = Json.object();
        returned(request, write, outcome).ifPresent(item -> answer.set("Attributes", ValueWriter.item(item)));
        Consumption consumption = new Consumption();
        consumption.addWrite(write.table(), outcome, 1);
        consumption.tellOne(request, answer);
        ItemCollections collections = new ItemCollections();
        collections.addWrite(write.table(), outcome);
        collections.tellOne(request, answer);
        return answer;
    }

    private Optional<MapValue> returned(Parameters request, ItemWrite write, Outcome outcome) {
        String wanted = returnValues(request);
        Optional<MapValue> item = wanted.endsWith("_OLD") ? outcome.before() : outcome.after();
        if (wanted.equals("NONE")) {
            return Optional.empty();
        }
        if (wanted.startsWith("UPDATED") && write.effect() instanceof Effect.Modify modify) {
            Projection touched = Projection.of(modify.update());
            return item.map(touched::apply).filter(part -> !part.values().isEmpty());
        }
        return item;
    }

    private static String returnValues(Parameters request) {
        return request.choice("ReturnValues", "NONE", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
    }

    private static void refuseUpdatedValues(Parameters request) {
        if (!OLD_OR_NONE.contains(returnValues(request))) {
            throw ServiceError.validation("Return values set to invalid value");
        }
    }

    private ObjectNode get(Parameters request) {
        Projection projection =
                Expressions.read(request, ExpressionKind.PROJECTION).projection();
        MapValue key = ValueReader.item(request.requiredObject("Key"));
        Table table = catalogue.require(request.requiredText("TableName"));
        Optional<MapValue> item = table.get(table.keys().ofKey(key));
        ObjectNode answer = Json.object();
        item.map(found -> projection == null ? found : projection.apply(found))
                .ifPresent(found -> answer.set("Item", ValueWriter.item(found)));
        boolean consistent = request.flag("ConsistentRead", false);
        Consumption consumption = new Consumption();
        consumption.addRead(
                new Target(table, null), Capacity.read(item.map(Sizes::item).orElse(0), consistent));
        consumption.tellOne(request, answer);
        return answer;
    }
}
