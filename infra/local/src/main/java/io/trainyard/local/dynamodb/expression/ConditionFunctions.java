package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Condition.BeginsWith;
import io.trainyard.local.dynamodb.expression.Condition.Contains;
import io.trainyard.local.dynamodb.expression.Condition.Exists;
import io.trainyard.local.dynamodb.expression.Condition.HasType;
import io.trainyard.local.dynamodb.expression.Condition.NotExists;
import io.trainyard.local.dynamodb.expression.Operand.At;
import io.trainyard.local.dynamodb.expression.Operand.Literal;
import io.trainyard.local.dynamodb.expression.Operand.Size;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operands and functions of conditions, and what DynamoDB refuses of them before it reads an item. */
final class ConditionFunctions {

    private static final Set<String> TYPES = Set.of("S", "SS", "N", "NS", "B", "BS", "BOOL", "NULL", "L", "M");
    private static final Set<String> UPDATE_ONLY = Set.of("if_not_exists", "list_append");

    private final Grammar grammar;
    private final Tokens tokens;

    ConditionFunctions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** A function that is a condition by itself; empty where the next function is an operand ({@code size}). */
    Optional<Condition> condition() {
        String name = tokens.peek().text();
        if (name.equals("size")) {
            return Optional.empty();
        }
        if (UPDATE_ONLY.contains(name)) {
            throw grammar.refused("The function is not allowed in a condition expression; function: " + name);
        }
        tokens.next();
        List<Operand> operands = arguments();
        return Optional.of(
                switch (name) {
                    case "attribute_exists" -> new Exists(onlyPath(name, operands));
                    case "attribute_not_exists" -> new NotExists(onlyPath(name, operands));
                    case "attribute_type" -> hasType(name, operands);
                    case "begins_with" -> beginsWith(name, operands);
                    case "contains" -> contains(name, operands);
                    default -> throw grammar.refused("Invalid function name; function: " + name);
                });
    }

    Operand operand() {
        if (grammar.isFunctionCall()) {
            String name = tokens.peek().text();
            if (!name.equals("size")) {
                throw grammar.refused(
                        "The function is not allowed to be used this way in an expression; function: " + name);
            }
            tokens.next();
            return new Size(onlyPath(name, arguments()));
        }
        return grammar.isValue() ? new Literal(grammar.value()) : new At(grammar.path());
    }

    private List<Operand> arguments() {
        tokens.expect("(");
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.take(","));
        tokens.expect(")");
        return operands;
    }

    private Path onlyPath(String function, List<Operand> operands) {
        if (operands.size() != 1) {
            throw grammar.wrongCount(function, operands.size());
        }
        return path(function, operands.getFirst());
    }

    private Path path(String function, Operand operand) {
        if (operand instanceof At at) {
            return at.path();
        }
        throw grammar.notAPath(function);
    }

    private void expectTwo(String function, List<Operand> operands) {
        if (operands.size() != 2) {
            throw grammar.wrongCount(function, operands.size());
        }
    }

    private Condition hasType(String function, List<Operand> operands) {
        expectTwo(function, operands);
        if (!(operands.get(1) instanceof Literal literal) || !(literal.value() instanceof StringValue type)) {
            throw grammar.refused("Incorrect operand type for operator or function; operator or function: " + function
                    + ", operand type: "
                    + (operands.get(1) instanceof Literal other ? other.value().type() : "PATH"));
        }
        if (!TYPES.contains(type.value())) {
            throw grammar.refused("Invalid attribute type name found; type: " + type.value()
                    + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        }
        return new HasType(path(function, operands.getFirst()), type.value());
    }

    private Condition beginsWith(String function, List<Operand> operands) {
        expectTwo(function, operands);
        for (Operand operand : operands) {
            if (operand instanceof Literal(AttributeValue value)
                    && !Set.of("S", "B").contains(value.type())) {
                throw grammar.wrongType(function, value);
            }
        }
        refuseSameOperands(function, operands.getFirst(), operands.get(1));
        return new BeginsWith(operands.getFirst(), operands.get(1));
    }

    private Condition contains(String function, List<Operand> operands) {
        expectTwo(function, operands);
        refuseSameOperands(function, operands.getFirst(), operands.get(1));
        return new Contains(operands.getFirst(), operands.get(1));
    }

    void refuseSameOperands(String operator, Operand first, Operand second) {
        if (first instanceof At(Path path) && first.equals(second)) {
            throw grammar.refused("The first operand must be distinct from the remaining operands for this operator or"
                    + " function; operator: " + operator + ", first operand: " + path);
        }
    }

    /** Only strings, numbers and binary have an order. */
    void refuseUnordered(String operator, Operand... operands) {
        for (Operand operand : operands) {
            if (operand instanceof Literal(AttributeValue value)
                    && !Set.of("S", "N", "B").contains(value.type())) {
                throw grammar.wrongType(operator, value);
            }
        }
    }

    void refuseCrossedBounds(Operand low, Operand high) {
        if (!(low instanceof Literal(AttributeValue least)) || !(high instanceof Literal(AttributeValue most))) {
            return;
        }
        if (!least.type().equals(most.type())) {
            throw grammar.refused("The BETWEEN operator requires same data type for lower and upper bounds; lower bound"
                    + " operand: AttributeValue: " + shown(least) + ", upper bound operand: AttributeValue: "
                    + shown(most));
        }
        if (Ordering.compare(least, most).orElse(0) > 0) {
            throw grammar.refused(
                    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound;"
                            + " lower bound operand: AttributeValue: " + shown(least)
                            + ", upper bound operand: AttributeValue: " + shown(most));
        }
    }

    private static String shown(AttributeValue value) {
        return ValueWriter.value(value).toString().replace("\"", "");
    }
}
