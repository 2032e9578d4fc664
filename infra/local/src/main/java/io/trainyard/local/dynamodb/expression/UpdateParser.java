package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Operand.Arithmetic;
import io.trainyard.local.dynamodb.expression.Operand.At;
import io.trainyard.local.dynamodb.expression.Operand.IfNotExists;
import io.trainyard.local.dynamodb.expression.Operand.ListAppend;
import io.trainyard.local.dynamodb.expression.Operand.Literal;
import io.trainyard.local.dynamodb.expression.Update.Assignment;
import io.trainyard.local.dynamodb.expression.Update.Change;
import io.trainyard.local.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads update expressions. Source: Developer Guide, "Using update expressions in DynamoDB". */
public final class UpdateParser {

    private static final Map<String, String> TYPE_NAMES = Map.of(
            "S", "STRING", "N", "NUMBER", "B", "BINARY", "BOOL", "BOOLEAN", "NULL", "NULL", "L", "LIST", "M", "MAP");
    private static final Set<String> CONDITIONS_ONLY =
            Set.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size");

    private final Grammar grammar;
    private final Tokens tokens;
    private final List<Assignment> sets = new ArrayList<>();
    private final List<Path> removes = new ArrayList<>();
    private final List<Change> adds = new ArrayList<>();
    private final List<Change> deletes = new ArrayList<>();

    private UpdateParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    public static Update parse(String text, Placeholders placeholders) {
        UpdateParser parser = new UpdateParser(new Grammar(ExpressionKind.UPDATE, text, placeholders));
        parser.sections();
        Update update = new Update(parser.sets, parser.removes, parser.adds, parser.deletes);
        PathTree.of(ExpressionKind.UPDATE, update.paths());
        return update;
    }

    private void sections() {
        Set<String> seen = new HashSet<>();
        do {
            String section = tokens.peek().text().toUpperCase(Locale.ROOT);
            if (tokens.peek().kind() != Token.Kind.WORD) {
                throw tokens.unexpected();
            }
            if (!seen.add(section)) {
                throw grammar.refused("The \"" + section + "\" section can only be used once in an update expression;");
            }
            section(section);
        } while (tokens.peek().kind() != Token.Kind.END);
    }

    private void section(String section) {
        switch (section) {
            case "SET" -> {
                tokens.next();
                assignments();
            }
            case "REMOVE" -> {
                tokens.next();
                removes.addAll(grammar.paths());
            }
            case "ADD" -> changes("ADD", adds, Set.of("N", "SS", "NS", "BS"));
            case "DELETE" -> changes("DELETE", deletes, Set.of("SS", "NS", "BS"));
            default -> throw tokens.unexpected();
        }
    }

    private void assignments() {
        do {
            Path path = grammar.path();
            tokens.expect("=");
            sets.add(new Assignment(path, sum()));
        } while (tokens.take(","));
    }

    private void changes(String section, List<Change> changes, Set<String> allowed) {
        tokens.next();
        do {
            Path path = grammar.path();
            AttributeValue value = grammar.value();
            if (!allowed.contains(value.type())) {
                throw grammar.refused("Incorrect operand type for operator or function; operator: " + section
                        + ", operand type: " + TYPE_NAMES.getOrDefault(value.type(), value.type())
                        + ", typeSet: ALLOWED_FOR_" + section + "_OPERAND");
            }
            changes.add(new Change(path, value));
        } while (tokens.take(","));
    }

    private Operand sum() {
        Operand left = operand();
        if (tokens.peek().is("+") || tokens.peek().is("-")) {
            String operator = tokens.next().text();
            Operand right = operand();
            refuseNonNumber(operator, left);
            refuseNonNumber(operator, right);
            return new Arithmetic(left, operator.equals("+"), right);
        }
        return left;
    }

    private void refuseNonNumber(String operator, Operand operand) {
        if (operand instanceof Literal(AttributeValue value) && !value.type().equals("N")) {
            throw grammar.wrongType(operator, value);
        }
    }

    private Operand operand() {
        if (tokens.take("(")) {
            Operand inner = sum();
            tokens.expect(")");
            return inner;
        }
        if (grammar.isFunctionCall()) {
            return function(tokens.next().text());
        }
        return grammar.isValue() ? new Literal(grammar.value()) : new At(grammar.path());
    }

    private Operand function(String name) {
        List<Operand> operands = arguments(name);
        if (operands.size() != 2) {
            throw grammar.wrongCount(name, operands.size());
        }
        if (name.equals("if_not_exists")) {
            if (!(operands.getFirst() instanceof At(Path path))) {
                throw grammar.notAPath(name);
            }
            return new IfNotExists(path, operands.get(1));
        }
        for (Operand operand : operands) {
            if (operand instanceof Literal(AttributeValue value)
                    && !value.type().equals("L")) {
                throw grammar.wrongType(name, value);
            }
        }
        return new ListAppend(operands.getFirst(), operands.get(1));
    }

    private List<Operand> arguments(String name) {
        if (CONDITIONS_ONLY.contains(name)) {
            throw grammar.refused("The function is not allowed in an update expression; function: " + name);
        }
        if (!name.equals("if_not_exists") && !name.equals("list_append")) {
            throw grammar.refused("Invalid function name; function: " + name);
        }
        tokens.expect("(");
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.take(","));
        tokens.expect(")");
        return operands;
    }
}
