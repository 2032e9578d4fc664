package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Step.Field;
import io.trainyard.local.dynamodb.expression.Step.Index;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a value lies inside an item: {@code address.lines[0]}. The first step is always an attribute's name. */
public record Path(List<Step> steps) {

    /** Elements of one list by their index; otherwise by name, which means nothing but is an order. */
    static final Comparator<Path> LIST_ORDER = Path::compare;

    public Path {
        steps = List.copyOf(steps);
    }

    /** The attribute of the item in which the path begins. */
    public String attribute() {
        return steps.getFirst().toString();
    }

    public boolean isTopLevel() {
        return steps.size() == 1;
    }

    public Optional<AttributeValue> find(MapValue item) {
        AttributeValue at = item;
        for (Step step : steps) {
            Optional<AttributeValue> next = down(at, step);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private static int compare(Path left, Path right) {
        for (int i = 0; i < Math.min(left.steps.size(), right.steps.size()); i++) {
            Step a = left.steps.get(i);
            Step b = right.steps.get(i);
            int order = a instanceof Index x && b instanceof Index y
                    ? Integer.compare(x.at(), y.at())
                    : a.toString().compareTo(b.toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.steps.size(), right.steps.size());
    }

    static Optional<AttributeValue> down(AttributeValue at, Step step) {
        return switch (step) {
            case Field field -> at instanceof MapValue map ? map.get(field.name()) : Optional.empty();
            case Index index ->
                at instanceof ListValue list && index.at() < list.values().size()
                        ? Optional.of(list.values().get(index.at()))
                        : Optional.empty();
        };
    }

    /** As DynamoDB shows paths in its messages: {@code [address, lines, [0]]}. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
