package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.expression.Attributes;
import io.trainyard.local.dynamodb.expression.Condition;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.KeyRange;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query and Scan, page by page. */
public final class QueryOperations {

    private final Catalogue catalogue;

    public QueryOperations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Map<String, Operation> all() {
        return Map.of("Query", this::query, "Scan", this::scan);
    }

    private ObjectNode query(Parameters request) {
        Expressions expressions = Expressions.read(
                request, ExpressionKind.KEY_CONDITION, ExpressionKind.FILTER, ExpressionKind.PROJECTION);
        Table table = catalogue.require(request.requiredText("TableName"));
        Condition condition = expressions.keyCondition();
        if (condition == null) {
            throw ServiceError.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
        Target target = Target.of(table, request);
        Selection selection = Selection.of(target, expressions.projection(), request);
        refuseKeyInFilter(target, expressions.filter());
        KeyRange range =
                KeyConditions.range(condition, target.key(), table.schema().types());
        boolean forward = request.flag("ScanIndexForward", true);
        Optional<MapValue> start = start(request);
        if (start.isPresent()) {
            byte[] key = target.entryKey(start.get());
            if (!range.contains(key)) {
                throw ServiceError.validation(
                        "The provided starting key is outside query boundaries based on provided conditions");
            }
            range = range.beyond(key, forward);
        }
        PageRead read = new PageRead(target, range, forward, expressions.filter(), limit(request));
        return answer(request, selection, read.read(Segment.whole(target.key().hash())));
    }

    private ObjectNode scan(Parameters request) {
        Expressions expressions = Expressions.read(request, ExpressionKind.FILTER, ExpressionKind.PROJECTION);
        Table table = catalogue.require(request.requiredText("TableName"));
        Target target = Target.of(table, request);
        Selection selection = Selection.of(target, expressions.projection(), request);
        Segment segment = Segment.of(target.key().hash(), request);
        start(request).filter(start -> !segment.contains(start)).ifPresent(start -> {
            throw ServiceError.validation("The provided Exclusive start key does not map to the provided Segment and"
                    + " TotalSegments values.");
        });
        KeyRange range = start(request)
                .map(start -> KeyRange.ALL.beyond(target.entryKey(start), true))
                .orElse(KeyRange.ALL);
        PageRead read = new PageRead(target, range, true, expressions.filter(), limit(request));
        return answer(request, selection, read.read(segment));
    }

    private static ObjectNode answer(Parameters request, Selection selection, Page page) {
        ObjectNode answer = Json.object();
        if (!selection.countOnly()) {
            ArrayNode items = answer.putArray("Items");
            page.items().forEach(item -> items.add(ValueWriter.item(selection.apply(item))));
        }
        answer.put("Count", page.items().size());
        answer.put("ScannedCount", page.scanned());
        page.last().ifPresent(last -> answer.set("LastEvaluatedKey", ValueWriter.item(last)));
        double units = Capacity.read(page.bytes(), request.flag("ConsistentRead", false));
        Consumption consumption = new Consumption();
        consumption.addRead(selection.target(), units);
        consumption.tellOne(request, answer);
        return answer;
    }

    private static Optional<MapValue> start(Parameters request) {
        return request.object("ExclusiveStartKey").map(ValueReader::item);
    }

    private static int limit(Parameters request) {
        return request.integerFrom("Limit", 1).orElse(Integer.MAX_VALUE);
    }

    private static void refuseKeyInFilter(Target target, @Nullable Condition filter) {
        if (filter == null) {
            return;
        }
        for (String attribute : Attributes.of(filter)) {
            if (target.key().attributes().contains(attribute)) {
                throw ServiceError.validation(
                        "Filter Expression can only contain non-primary key attributes: Primary key" + " attribute: "
                                + attribute);
            }
        }
    }
}
