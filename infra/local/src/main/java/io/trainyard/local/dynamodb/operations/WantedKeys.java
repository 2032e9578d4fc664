package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Bytes;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one table's part of a BatchGetItem asks for. */
record WantedKeys(
        String name,
        ObjectNode request,
        Table table,
        @Nullable Projection projection) {

    double units(Optional<MapValue> item) {
        return Capacity.read(
                item.map(Sizes::item).orElse(0), new Parameters(request, "").flag("ConsistentRead", false));
    }

    static WantedKeys of(Catalogue catalogue, String name, JsonNode value) {
        if (!(value instanceof ObjectNode wanted)) {
            throw ServiceError.serialization("Unexpected value type in payload");
        }
        Projection projection = Expressions.read(new Parameters(wanted, ""), ExpressionKind.PROJECTION)
                .projection();
        return new WantedKeys(name, wanted, catalogue.require(name), projection);
    }

    /** The keys as bytes, each once. */
    Map<Bytes, JsonNode> keys() {
        Map<Bytes, JsonNode> keys = new LinkedHashMap<>();
        for (JsonNode each : request.path("Keys")) {
            Bytes key = new Bytes(table.keys().ofKey(ValueReader.item(each)));
            if (keys.put(key, each) != null) {
                throw BatchItems.duplicates();
            }
        }
        return keys;
    }

    /** Hands the key back to the caller, with everything else that the request says of its table. */
    void leave(JsonNode key, ObjectNode unprocessed) {
        if (!unprocessed.has(name)) {
            ObjectNode settings = request.deepCopy();
            settings.remove("Keys");
            unprocessed.set(name, settings);
        }
        ObjectNode rest = (ObjectNode) unprocessed.get(name);
        rest.withArray("Keys").add(key);
    }
}
