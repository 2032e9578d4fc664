package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Condition.And;
import io.trainyard.local.dynamodb.expression.Condition.Between;
import io.trainyard.local.dynamodb.expression.Condition.Comparison;
import io.trainyard.local.dynamodb.expression.Condition.In;
import io.trainyard.local.dynamodb.expression.Condition.Not;
import io.trainyard.local.dynamodb.expression.Condition.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads condition, filter and key condition expressions by recursive descent.
 *
 * <p>{@code NOT} binds tighter than {@code AND}, {@code AND} tighter than {@code OR}. Source: Developer Guide,
 * "Condition and filter expressions, operators, and functions".
 */
public final class ConditionParser {

    private static final int MAX_CANDIDATES = 100;

    // Deeper nesting is no expression that people write, and would only use up the stack.
    private static final int MAX_NESTING = 300;

    private final Grammar grammar;
    private final Tokens tokens;
    private final ConditionFunctions functions;
    private int nesting;
    // Where the last parenthesis opened and closed: one right around it would be redundant.
    private int opened = -1;
    private int closed = -1;

    private ConditionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.functions = new ConditionFunctions(grammar);
    }

    public static Condition parse(ExpressionKind kind, String text, Placeholders placeholders) {
        ConditionParser parser = new ConditionParser(new Grammar(kind, text, placeholders));
        Condition condition = parser.or();
        parser.tokens.expectEnd();
        return condition;
    }

    private Condition or() {
        Condition left = and();
        while (tokens.takeKeyword("OR")) {
            left = new Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (tokens.takeKeyword("AND")) {
            left = new And(left, not());
        }
        return left;
    }

    private Condition not() {
        if (++nesting > MAX_NESTING) {
            throw grammar.refused("The expression is nested more than " + MAX_NESTING + " levels deep");
        }
        Condition condition;
        if (tokens.takeKeyword("NOT")) {
            condition = new Not(not());
        } else if (tokens.peek().is("(")) {
            condition = parenthesis();
        } else {
            condition = term();
        }
        nesting--;
        return condition;
    }

    private Condition parenthesis() {
        int start = tokens.position();
        tokens.expect("(");
        Condition inner = or();
        if (opened == start + 1 && closed == tokens.position() - 1) {
            throw grammar.refused("The expression has redundant parentheses;");
        }
        opened = start;
        closed = tokens.position();
        tokens.expect(")");
        return inner;
    }

    private Condition term() {
        if (grammar.isFunctionCall()) {
            Optional<Condition> condition = functions.condition();
            if (condition.isPresent()) {
                return condition.get();
            }
        }
        Operand left = functions.operand();
        if (tokens.takeKeyword("BETWEEN")) {
            return between(left);
        }
        if (tokens.takeKeyword("IN")) {
            return in(left);
        }
        return comparison(left);
    }

    private Condition comparison(Operand left) {
        Comparator operator = comparator().orElseThrow(tokens::unexpected);
        tokens.next();
        Operand right = functions.operand();
        functions.refuseSameOperands(operator.symbol(), left, right);
        if (operator != Comparator.EQUAL && operator != Comparator.NOT_EQUAL) {
            functions.refuseUnordered(operator.symbol(), left, right);
        }
        return new Comparison(left, operator, right);
    }

    private Optional<Comparator> comparator() {
        for (Comparator comparator : Comparator.values()) {
            if (tokens.peek().is(comparator.symbol())) {
                return Optional.of(comparator);
            }
        }
        return Optional.empty();
    }

    private Condition between(Operand operand) {
        Operand low = functions.operand();
        tokens.expectKeyword("AND");
        Operand high = functions.operand();
        functions.refuseUnordered("BETWEEN", operand, low, high);
        functions.refuseCrossedBounds(low, high);
        return new Between(operand, low, high);
    }

    private Condition in(Operand operand) {
        tokens.expect("(");
        List<Operand> candidates = new ArrayList<>();
        do {
            candidates.add(functions.operand());
        } while (tokens.take(","));
        tokens.expect(")");
        if (candidates.size() > MAX_CANDIDATES) {
            throw grammar.wrongCount("IN", candidates.size());
        }
        return new In(operand, candidates);
    }
}
