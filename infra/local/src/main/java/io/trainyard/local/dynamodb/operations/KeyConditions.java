package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.expression.Comparator;
import io.trainyard.local.dynamodb.expression.Condition;
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
import io.trainyard.local.dynamodb.expression.Operand;
import io.trainyard.local.dynamodb.expression.Operand.At;
import io.trainyard.local.dynamodb.expression.Operand.Literal;
import io.trainyard.local.dynamodb.expression.Path;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.KeyRange;
import io.trainyard.local.dynamodb.storage.KeySchema;
import io.trainyard.local.dynamodb.storage.Keys;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.KeyBytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Turns a key condition into the range of keys that it means. */
final class KeyConditions {

    private final KeySchema schema;
    private final Map<String, String> types;
    private final Map<String, Condition> byAttribute = new LinkedHashMap<>();

    private KeyConditions(KeySchema schema, Map<String, String> types) {
        this.schema = schema;
        this.types = types;
    }

    static KeyRange range(Condition condition, KeySchema schema, Map<String, String> types) {
        KeyConditions conditions = new KeyConditions(schema, types);
        conditions.collect(condition);
        return conditions.range();
    }

    private void collect(Condition condition) {
        switch (condition) {
            case And and -> {
                collect(and.left());
                collect(and.right());
            }
            case Comparison comparison -> {
                if (comparison.operator() == Comparator.NOT_EQUAL) {
                    throw invalidOperator("<>");
                }
                add(comparison.left(), comparison);
            }
            case Between between -> add(between.operand(), between);
            case BeginsWith begins -> add(begins.operand(), begins);
            case Or or -> throw invalidOperator("OR");
            case Not not -> throw invalidOperator("NOT");
            case In in -> throw invalidOperator("IN");
            case Exists exists -> throw invalidOperator("attribute_exists");
            case NotExists exists -> throw invalidOperator("attribute_not_exists");
            case HasType type -> throw invalidOperator("attribute_type");
            case Contains contains -> throw invalidOperator("contains");
        }
    }

    private void add(Operand operand, Condition condition) {
        if (!(operand instanceof At(Path path))) {
            throw notSupported();
        }
        if (!path.isTopLevel()) {
            throw ServiceError.validation("KeyConditionExpressions cannot have conditions on nested attributes");
        }
        if (byAttribute.put(path.attribute(), condition) != null) {
            throw ServiceError.validation("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private KeyRange range() {
        Condition hash = byAttribute.get(schema.hash());
        if (hash == null) {
            throw ServiceError.validation("Query condition missed key schema element: " + schema.hash());
        }
        if (!(hash instanceof Comparison comparison) || comparison.operator() != Comparator.EQUAL) {
            throw notSupported();
        }
        byte[] prefix = KeyBytes.of(literal(schema.hash(), comparison.right()));
        if (byAttribute.size() == 1) {
            return KeyRange.prefix(prefix);
        }
        String range = schema.range();
        Condition sort = range == null ? null : byAttribute.get(range);
        if (range == null || byAttribute.size() > 2) {
            throw notSupported();
        }
        if (sort == null) {
            throw ServiceError.validation("Query condition missed key schema element: " + range);
        }
        return within(prefix, range, sort);
    }

    private KeyRange within(byte[] prefix, String attribute, Condition sort) {
        if (sort instanceof Comparison comparison) {
            return compared(prefix, comparison.operator(), literal(attribute, comparison.right()));
        }
        if (sort instanceof Between between) {
            byte[] low = Keys.join(prefix, KeyBytes.of(literal(attribute, between.low())));
            byte[] high = Keys.join(prefix, KeyBytes.of(literal(attribute, between.high())));
            return new KeyRange(low, KeyRange.after(high));
        }
        if (sort instanceof BeginsWith begins) {
            AttributeValue value = literal(attribute, begins.prefix());
            return KeyRange.prefix(Keys.join(prefix, KeyBytes.prefix(value)));
        }
        throw notSupported();
    }

    private static KeyRange compared(byte[] prefix, Comparator operator, AttributeValue value) {
        byte[] key = Keys.join(prefix, KeyBytes.of(value));
        byte[] end = KeyRange.after(prefix);
        return switch (operator) {
            case EQUAL -> KeyRange.prefix(key);
            case LESS -> new KeyRange(prefix, key);
            case LESS_OR_EQUAL -> new KeyRange(prefix, KeyRange.after(key));
            case GREATER -> new KeyRange(Objects.requireNonNull(KeyRange.after(key)), end);
            case GREATER_OR_EQUAL -> new KeyRange(key, end);
            case NOT_EQUAL -> throw invalidOperator("<>");
        };
    }

    private AttributeValue literal(String attribute, Operand operand) {
        if (!(operand instanceof Literal(AttributeValue value))) {
            throw ServiceError.validation(
                    "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition");
        }
        if (!value.type().equals(types.get(attribute))) {
            throw ServiceError.invalidParameter("Condition parameter type does not match schema type");
        }
        return value;
    }

    private static ServiceError invalidOperator(String operator) {
        return ServiceError.validation("Invalid operator used in KeyConditionExpression: " + operator);
    }

    private static ServiceError notSupported() {
        return ServiceError.validation("Query key condition not supported");
    }
}
