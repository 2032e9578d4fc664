package io.trainyard.local.dynamodb.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One attribute's value: immutable, equal by content as DynamoDB compares (numbers by value, sets in any order).
 *
 * <p>A {@link MapValue} is also how a whole item is held.
 */
public sealed interface AttributeValue {

    /** The type's name on the wire: {@code S}, {@code N}, {@code BOOL} ... */
    String type();

    record StringValue(String value) implements AttributeValue {
        @Override
        public String type() {
            return "S";
        }
    }

    /** A number, normalised: {@code 1.0} and {@code 1} are the same. */
    record NumberValue(BigDecimal value) implements AttributeValue {
        public NumberValue {
            value = value.stripTrailingZeros();
        }

        @Override
        public String type() {
            return "N";
        }
    }

    record BinaryValue(Bytes value) implements AttributeValue {
        @Override
        public String type() {
            return "B";
        }
    }

    record BooleanValue(boolean value) implements AttributeValue {
        @Override
        public String type() {
            return "BOOL";
        }
    }

    record NullValue() implements AttributeValue {
        @Override
        public String type() {
            return "NULL";
        }
    }

    record ListValue(List<AttributeValue> values) implements AttributeValue {
        public ListValue {
            values = List.copyOf(values);
        }

        @Override
        public String type() {
            return "L";
        }
    }

    /** Named values in the order they were given. */
    record MapValue(Map<String, AttributeValue> values) implements AttributeValue {
        public MapValue {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public Optional<AttributeValue> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public String type() {
            return "M";
        }
    }

    record StringSet(Set<String> values) implements AttributeValue {
        public StringSet {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public String type() {
            return "SS";
        }
    }

    /** Numbers without duplicates, each normalised. */
    record NumberSet(Set<BigDecimal> values) implements AttributeValue {
        public NumberSet {
            Set<BigDecimal> normal = new LinkedHashSet<>();
            values.forEach(value -> normal.add(value.stripTrailingZeros()));
            values = Collections.unmodifiableSet(normal);
        }

        @Override
        public String type() {
            return "NS";
        }
    }

    record BinarySet(Set<Bytes> values) implements AttributeValue {
        public BinarySet {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public String type() {
            return "BS";
        }
    }
}
