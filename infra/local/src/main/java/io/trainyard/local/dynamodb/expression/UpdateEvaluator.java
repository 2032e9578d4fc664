package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Operand.Arithmetic;
import io.trainyard.local.dynamodb.expression.Operand.At;
import io.trainyard.local.dynamodb.expression.Operand.IfNotExists;
import io.trainyard.local.dynamodb.expression.Operand.ListAppend;
import io.trainyard.local.dynamodb.expression.Operand.Literal;
import io.trainyard.local.dynamodb.expression.Operand.Size;
import io.trainyard.local.dynamodb.expression.Update.Assignment;
import io.trainyard.local.dynamodb.expression.Update.Change;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies an update to an item: every value is read from the item as it was before the update. */
public final class UpdateEvaluator {

    private final MapValue before;

    private UpdateEvaluator(MapValue before) {
        this.before = before;
    }

    public static MapValue apply(Update update, MapValue before) {
        UpdateEvaluator evaluator = new UpdateEvaluator(before);
        MapValue after = before;
        for (Assignment set : inListOrder(update.sets())) {
            after = Edit.put(after, set.path(), evaluator.value(set.value()));
        }
        for (Change add : update.adds()) {
            after = Edit.put(after, add.path(), SetMath.added(add.path().find(before), add.value()));
        }
        List<Path> removes = new ArrayList<>(update.removes());
        for (Change delete : update.deletes()) {
            Optional<AttributeValue> old = delete.path().find(before);
            if (old.isPresent()) {
                Optional<AttributeValue> left = SetMath.without(old.get(), delete.value());
                after = left.isPresent() ? Edit.put(after, delete.path(), left.get()) : after;
                left.ifPresentOrElse(kept -> {}, () -> removes.add(delete.path()));
            }
        }
        // Later elements first: an index means the list as it was.
        removes.sort(Path.LIST_ORDER.reversed());
        for (Path remove : removes) {
            after = Edit.remove(after, remove);
        }
        return after;
    }

    private static List<Assignment> inListOrder(List<Assignment> sets) {
        List<Assignment> ordered = new ArrayList<>(sets);
        // What lies past a list's end is appended in the order of the indexes.
        ordered.sort(Comparator.comparing(Assignment::path, Path.LIST_ORDER));
        return ordered;
    }

    private AttributeValue value(Operand operand) {
        return switch (operand) {
            case Literal literal -> literal.value();
            case At at ->
                at.path()
                        .find(before)
                        .orElseThrow(() -> ServiceError.validation(
                                "The provided expression refers to an attribute that" + " does not exist in the item"));
            case IfNotExists f -> f.path().find(before).orElseGet(() -> value(f.fallback()));
            case ListAppend append -> append(value(append.first()), value(append.second()));
            case Arithmetic sum -> sum(number(value(sum.left())), sum.plus(), number(value(sum.right())));
            case Size size -> throw new IllegalStateException("Not an update's operand: " + size);
        };
    }

    private static AttributeValue append(AttributeValue first, AttributeValue second) {
        if (!(first instanceof ListValue head) || !(second instanceof ListValue tail)) {
            throw SetMath.wrongType();
        }
        List<AttributeValue> all = new ArrayList<>(head.values());
        all.addAll(tail.values());
        return new ListValue(all);
    }

    private static BigDecimal number(AttributeValue value) {
        if (value instanceof NumberValue(BigDecimal number)) {
            return number;
        }
        throw SetMath.wrongType();
    }

    private static AttributeValue sum(BigDecimal left, boolean plus, BigDecimal right) {
        return new NumberValue(Numbers.checked(plus ? left.add(right) : left.subtract(right)));
    }
}
