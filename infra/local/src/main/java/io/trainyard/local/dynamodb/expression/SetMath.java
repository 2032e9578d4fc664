package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BinarySet;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberSet;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringSet;
import io.trainyard.local.dynamodb.value.Numbers;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What ADD and DELETE do to numbers and sets. */
final class SetMath {

    private SetMath() {}

    /** ADD: the sum or the union; what is not there counts as nothing. */
    static AttributeValue added(Optional<AttributeValue> old, AttributeValue more) {
        if (old.isEmpty()) {
            return more;
        }
        AttributeValue value = old.get();
        if (value instanceof NumberValue a && more instanceof NumberValue b) {
            return new NumberValue(Numbers.checked(a.value().add(b.value())));
        }
        if (value instanceof StringSet a && more instanceof StringSet b) {
            return new StringSet(union(a.values(), b.values()));
        }
        if (value instanceof NumberSet a && more instanceof NumberSet b) {
            return new NumberSet(union(a.values(), b.values()));
        }
        if (value instanceof BinarySet a && more instanceof BinarySet b) {
            return new BinarySet(union(a.values(), b.values()));
        }
        throw wrongType();
    }

    /** DELETE: what is left of the set; empty where nothing is, since DynamoDB has no empty sets. */
    static Optional<AttributeValue> without(AttributeValue old, AttributeValue less) {
        if (old instanceof StringSet a && less instanceof StringSet b) {
            return difference(a.values(), b.values()).map(StringSet::new);
        }
        if (old instanceof NumberSet a && less instanceof NumberSet b) {
            return difference(a.values(), b.values()).map(NumberSet::new);
        }
        if (old instanceof BinarySet a && less instanceof BinarySet b) {
            return difference(a.values(), b.values()).map(BinarySet::new);
        }
        throw wrongType();
    }

    static ServiceError wrongType() {
        return ServiceError.validation("An operand in the update expression has an incorrect data type");
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }

    private static <T> Optional<Set<T>> difference(Set<T> a, Set<T> b) {
        Set<T> left = new LinkedHashSet<>(a);
        left.removeAll(b);
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }
}
