package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Condition.And;
import io.trainyard.local.dynamodb.expression.Condition.BeginsWith;
import io.trainyard.local.dynamodb.expression.Condition.Between;
import io.trainyard.local.dynamodb.expression.Condition.Comparison;
import io.trainyard.local.dynamodb.expression.Condition.Contains;
import io.trainyard.local.dynamodb.expression.Condition.Exists;
import io.trainyard.local.dynamodb.expression.Condition.HasType;
import io.trainyard.local.dynamodb.expression.Condition.In;
import io.trainyard.local.dynamodb.expression.Condition.Not;
import io.trainyard.local.dynamodb.expression.Condition.NotExists;
import io.trainyard.local.dynamodb.expression.Condition.Or;
import io.trainyard.local.dynamodb.expression.Operand.Arithmetic;
import io.trainyard.local.dynamodb.expression.Operand.At;
import io.trainyard.local.dynamodb.expression.Operand.IfNotExists;
import io.trainyard.local.dynamodb.expression.Operand.ListAppend;
import io.trainyard.local.dynamodb.expression.Operand.Literal;
import io.trainyard.local.dynamodb.expression.Operand.Size;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BinarySet;
import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BooleanValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NullValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberSet;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringSet;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether an item satisfies a condition. An item that is not there is an empty one. */
public final class ConditionEvaluator {

    private final MapValue item;

    private ConditionEvaluator(MapValue item) {
        this.item = item;
    }

    public static boolean matches(Condition condition, MapValue item) {
        return new ConditionEvaluator(item).holds(condition);
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case And and -> holds(and.left()) && holds(and.right());
            case Or or -> holds(or.left()) || holds(or.right());
            case Not not -> !holds(not.condition());
            case Comparison comparison -> compares(comparison);
            case Between between ->
                accepts(Comparator.GREATER_OR_EQUAL, between.operand(), between.low())
                        && accepts(Comparator.LESS_OR_EQUAL, between.operand(), between.high());
            case In in -> in.candidates().stream().anyMatch(each -> same(in.operand(), each));
            case Exists exists -> exists.path().find(item).isPresent();
            case NotExists exists -> exists.path().find(item).isEmpty();
            case HasType type ->
                type.path().find(item).map(AttributeValue::type).equals(Optional.of(type.type()));
            case BeginsWith begins -> beginsWith(value(begins.operand()), value(begins.prefix()));
            case Contains contains -> contains(value(contains.operand()), value(contains.part()));
        };
    }

    private boolean compares(Comparison comparison) {
        return switch (comparison.operator()) {
            case EQUAL -> same(comparison.left(), comparison.right());
            // A value that is not there differs from every value.
            case NOT_EQUAL -> !same(comparison.left(), comparison.right());
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                accepts(comparison.operator(), comparison.left(), comparison.right());
        };
    }

    private boolean same(Operand left, Operand right) {
        Optional<AttributeValue> value = value(left);
        return value.isPresent() && value.equals(value(right));
    }

    private boolean accepts(Comparator comparator, Operand left, Operand right) {
        Optional<AttributeValue> a = value(left);
        Optional<AttributeValue> b = value(right);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        OptionalInt order = Ordering.compare(a.get(), b.get());
        return order.isPresent() && comparator.accepts(order.getAsInt());
    }

    private Optional<AttributeValue> value(Operand operand) {
        return switch (operand) {
            case At at -> at.path().find(item);
            case Literal literal -> Optional.of(literal.value());
            case Size size -> size.path().find(item).flatMap(ConditionEvaluator::size);
            case IfNotExists f -> throw new IllegalStateException("Not a condition's operand: " + f);
            case ListAppend f -> throw new IllegalStateException("Not a condition's operand: " + f);
            case Arithmetic f -> throw new IllegalStateException("Not a condition's operand: " + f);
        };
    }

    /** Characters of a string, bytes of binary, elements of what has elements; other types have no size. */
    private static Optional<AttributeValue> size(AttributeValue value) {
        int size = switch (value) {
            case StringValue string ->
                string.value().codePointCount(0, string.value().length());
            case BinaryValue binary -> binary.value().length();
            case ListValue list -> list.values().size();
            case MapValue map -> map.values().size();
            case StringSet set -> set.values().size();
            case NumberSet set -> set.values().size();
            case BinarySet set -> set.values().size();
            case NumberValue none -> -1;
            case BooleanValue none -> -1;
            case NullValue none -> -1;
        };
        return size < 0 ? Optional.empty() : Optional.of(new NumberValue(BigDecimal.valueOf(size)));
    }

    private static boolean beginsWith(Optional<AttributeValue> value, Optional<AttributeValue> prefix) {
        if (value.isEmpty() || prefix.isEmpty()) {
            return false;
        }
        if (value.get() instanceof StringValue a && prefix.get() instanceof StringValue b) {
            return a.value().startsWith(b.value());
        }
        return value.get() instanceof BinaryValue a
                && prefix.get() instanceof BinaryValue b
                && a.value().startsWith(b.value());
    }

    private static boolean contains(Optional<AttributeValue> whole, Optional<AttributeValue> part) {
        if (whole.isEmpty() || part.isEmpty()) {
            return false;
        }
        AttributeValue wanted = part.get();
        return switch (whole.get()) {
            case StringValue string ->
                wanted instanceof StringValue(String text) && string.value().contains(text);
            case BinaryValue binary ->
                wanted instanceof BinaryValue bytes && binary.value().contains(bytes.value());
            case ListValue list -> list.values().contains(wanted);
            case StringSet set ->
                wanted instanceof StringValue(String text) && set.values().contains(text);
            case NumberSet set ->
                wanted instanceof NumberValue(BigDecimal number) && set.values().contains(number);
            case BinarySet set ->
                wanted instanceof BinaryValue bytes && set.values().contains(bytes.value());
            case NumberValue none -> false;
            case BooleanValue none -> false;
            case NullValue none -> false;
            case MapValue none -> false;
        };
    }
}
