package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Step.Field;
import io.trainyard.local.dynamodb.expression.Step.Index;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** New items out of old ones: a value put at, or removed from, a path. The way to it must be there. */
final class Edit {

    private Edit() {}

    /** Puts the value at the path; an index past a list's end appends. */
    static MapValue put(MapValue item, Path path, AttributeValue value) {
        return (MapValue) edit(item, path.steps(), old -> Optional.of(value));
    }

    /** Removes what lies at the path; nothing happens where nothing lies there. */
    static MapValue remove(MapValue item, Path path) {
        return (MapValue) edit(item, path.steps(), old -> Optional.empty());
    }

    private static AttributeValue edit(
            AttributeValue at, List<Step> steps, Function<Optional<AttributeValue>, Optional<AttributeValue>> change) {
        Step step = steps.getFirst();
        Optional<AttributeValue> old = Path.down(at, step);
        Optional<AttributeValue> next = steps.size() == 1
                ? change.apply(old)
                : Optional.of(edit(old.orElseThrow(Edit::noSuchPath), steps.subList(1, steps.size()), change));
        return switch (step) {
            case Field field -> withField(at, field.name(), next);
            case Index index -> withElement(at, index.at(), next);
        };
    }

    private static MapValue withField(AttributeValue at, String name, Optional<AttributeValue> next) {
        if (!(at instanceof MapValue map)) {
            throw noSuchPath();
        }
        Map<String, AttributeValue> values = new LinkedHashMap<>(map.values());
        next.ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name));
        return new MapValue(values);
    }

    private static ListValue withElement(AttributeValue at, int index, Optional<AttributeValue> next) {
        if (!(at instanceof ListValue list)) {
            throw noSuchPath();
        }
        List<AttributeValue> values = new ArrayList<>(list.values());
        if (index >= values.size()) {
            next.ifPresent(values::add);
        } else if (next.isPresent()) {
            values.set(index, next.get());
        } else {
            values.remove(index);
        }
        return new ListValue(values);
    }

    private static ServiceError noSuchPath() {
        return ServiceError.validation("The document path provided in the update expression is invalid for update");
    }
}
