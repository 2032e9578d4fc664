package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.expression.Condition;
import io.trainyard.local.dynamodb.expression.ConditionEvaluator;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Path;
import io.trainyard.local.dynamodb.expression.Update;
import io.trainyard.local.dynamodb.expression.UpdateEvaluator;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Batch;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.Nesting;
import io.trainyard.local.dynamodb.value.Sizes;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conditional write of one item, alone or in a transaction.
 *
 * @param condition null where the write is unconditional
 * @param tellItem whether a failed condition tells the item
 */
record ItemWrite(
        Table table, byte[] key, Effect effect, @Nullable Condition condition, boolean tellItem) {

    private static final MapValue NOTHING = new MapValue(Map.of());

    static ItemWrite put(Catalogue catalogue, Parameters request) {
        Expressions expressions = Expressions.read(request, ExpressionKind.CONDITION);
        MapValue item = ValueReader.item(request.requiredObject("Item"));
        Table table = catalogue.require(request.requiredText("TableName"));
        if (Sizes.item(item) > Sizes.MAX_ITEM) {
            throw ServiceError.validation("Item size has exceeded the maximum allowed size");
        }
        byte[] key = table.keys().ofItem(item);
        return new ItemWrite(table, key, new Effect.Put(item), expressions.condition(), tellsItem(request));
    }

    static ItemWrite update(Catalogue catalogue, Parameters request) {
        Expressions expressions = Expressions.read(request, ExpressionKind.UPDATE, ExpressionKind.CONDITION);
        MapValue key = ValueReader.item(request.requiredObject("Key"));
        Table table = catalogue.require(request.requiredText("TableName"));
        byte[] place = table.keys().ofKey(key);
        Update update = expressions.update() == null ? Update.NONE : expressions.update();
        for (Path path : update.paths()) {
            if (table.schema().key().attributes().contains(path.attribute())) {
                throw ServiceError.invalidParameter(
                        "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
            }
        }
        return new ItemWrite(table, place, new Effect.Modify(key, update), expressions.condition(), tellsItem(request));
    }

    static ItemWrite delete(Catalogue catalogue, Parameters request) {
        return keyed(catalogue, request, new Effect.Delete());
    }

    static ItemWrite check(Catalogue catalogue, Parameters request) {
        request.requiredText("ConditionExpression");
        return keyed(catalogue, request, new Effect.Check());
    }

    private static ItemWrite keyed(Catalogue catalogue, Parameters request, Effect effect) {
        Expressions expressions = Expressions.read(request, ExpressionKind.CONDITION);
        MapValue key = ValueReader.item(request.requiredObject("Key"));
        Table table = catalogue.require(request.requiredText("TableName"));
        return new ItemWrite(table, table.keys().ofKey(key), effect, expressions.condition(), tellsItem(request));
    }

    private static boolean tellsItem(Parameters request) {
        return request.choice("ReturnValuesOnConditionCheckFailure", "NONE", "ALL_OLD", "NONE")
                .equals("ALL_OLD");
    }

    /** Checks the condition and adds to the batch what the write does. */
    Outcome apply(Catalogue catalogue, Batch batch) {
        Table now = catalogue.current(table);
        Optional<MapValue> old = now.get(key);
        if (condition != null && !ConditionEvaluator.matches(condition, old.orElse(NOTHING))) {
            throw new ConditionFailed(tellItem ? old.orElse(null) : null, Capacity.write(new Outcome(old, old)));
        }
        return switch (effect) {
            case Effect.Put put -> {
                now.keys().ofItem(put.item());
                now.replace(batch, key, old, put.item());
                yield new Outcome(old, Optional.of(put.item()));
            }
            case Effect.Modify modify -> modify(now, batch, old, modify);
            case Effect.Delete delete -> {
                old.ifPresent(item -> now.remove(batch, key, item));
                yield new Outcome(old, Optional.empty());
            }
            case Effect.Check check -> new Outcome(old, old);
        };
    }

    private Outcome modify(Table now, Batch batch, Optional<MapValue> old, Effect.Modify modify) {
        MapValue item = UpdateEvaluator.apply(modify.update(), old.orElse(modify.key()));
        Nesting.check(item);
        if (Sizes.item(item) > Sizes.MAX_ITEM) {
            throw ServiceError.validation("Item size to update has exceeded the maximum allowed size");
        }
        now.keys().ofItem(item);
        now.replace(batch, key, old, item);
        return new Outcome(old, Optional.of(item));
    }
}
