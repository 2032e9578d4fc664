package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The item collections that writes touched, told where a request asks for ReturnItemCollectionMetrics. Only tables with
 * local indexes have them. Their size is told as below one gigabyte, for none is limited here.
 *
 * <p>Source: Developer Guide, "Local secondary indexes", item collections.
 */
final class ItemCollections {

    private static final String MEMBER = "ItemCollectionMetrics";

    private final Map<Table, Set<AttributeValue>> touched = new LinkedHashMap<>();

    void addWrite(Table table, Outcome outcome) {
        boolean hasCollections = table.schema().indexes().stream().anyMatch(index -> !index.global());
        Optional<MapValue> item = outcome.after().or(outcome::before);
        if (hasCollections) {
            item.flatMap(each -> each.get(table.schema().key().hash()))
                    .ifPresent(hash -> touched.computeIfAbsent(table, absent -> new LinkedHashSet<>())
                            .add(hash));
        }
    }

    void tellOne(Parameters request, ObjectNode answer) {
        if (isAsked(request)) {
            touched.forEach((table, hashes) -> hashes.forEach(hash -> answer.set(MEMBER, told(table, hash))));
        }
    }

    void tellAll(Parameters request, ObjectNode answer) {
        if (!isAsked(request)) {
            return;
        }
        ObjectNode tables = answer.putObject(MEMBER);
        touched.forEach((table, hashes) -> {
            ArrayNode array = tables.putArray(table.schema().name());
            hashes.forEach(hash -> array.add(told(table, hash)));
        });
    }

    private static boolean isAsked(Parameters request) {
        return request.choice("ReturnItemCollectionMetrics", "NONE", "SIZE", "NONE")
                .equals("SIZE");
    }

    private static ObjectNode told(Table table, AttributeValue hash) {
        ObjectNode node = Json.object();
        node.putObject("ItemCollectionKey").set(table.schema().key().hash(), ValueWriter.value(hash));
        node.putArray("SizeEstimateRangeGB").add(0).add(1);
        return node;
    }
}
