package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.value.AttributeValue;

/** What stands on either side of an operator. */
public sealed interface Operand {

    /** The value at a path of the item. */
    record At(Path path) implements Operand {}

    /** A value of the request, given as {@code :name}. */
    record Literal(AttributeValue value) implements Operand {}

    /** {@code size(path)}; conditions only. */
    record Size(Path path) implements Operand {}

    /** {@code if_not_exists(path, fallback)}; updates only. */
    record IfNotExists(Path path, Operand fallback) implements Operand {}

    /** {@code list_append(first, second)}; updates only. */
    record ListAppend(Operand first, Operand second) implements Operand {}

    /** {@code left + right} or {@code left - right}; updates only. */
    record Arithmetic(Operand left, boolean plus, Operand right) implements Operand {}
}
