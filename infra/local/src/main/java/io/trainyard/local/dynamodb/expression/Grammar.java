package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Step.Field;
import io.trainyard.local.dynamodb.expression.Step.Index;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/** What all kinds of expressions share: paths and placeholders, and the words of refusals. */
final class Grammar {

    private final ExpressionKind kind;
    private final Tokens tokens;
    private final Placeholders placeholders;

    Grammar(ExpressionKind kind, String text, Placeholders placeholders) {
        this.kind = kind;
        this.tokens = new Tokens(kind, text);
        this.placeholders = placeholders;
    }

    Tokens tokens() {
        return tokens;
    }

    ServiceError refused(String why) {
        return kind.refused(why);
    }

    boolean isFunctionCall() {
        return tokens.peek().kind() == Token.Kind.WORD && tokens.peek(1).is("(");
    }

    boolean isValue() {
        return tokens.peek().kind() == Token.Kind.VALUE;
    }

    AttributeValue value() {
        if (!isValue()) {
            throw tokens.unexpected();
        }
        return placeholders.value(kind, tokens.next().text());
    }

    Path path() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Field(name()));
        while (true) {
            if (tokens.take(".")) {
                steps.add(new Field(name()));
            } else if (tokens.take("[")) {
                steps.add(new Index(index()));
                tokens.expect("]");
            } else {
                return new Path(steps);
            }
        }
    }

    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        do {
            paths.add(path());
        } while (tokens.take(","));
        return paths;
    }

    private String name() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> placeholders.name(kind, tokens.next().text());
            case WORD -> {
                if (ReservedWords.contains(token.text())) {
                    throw refused("Attribute name is a reserved keyword; reserved keyword: " + token.text());
                }
                yield tokens.next().text();
            }
            case VALUE, NUMBER, SYMBOL, END -> throw tokens.unexpected();
        };
    }

    private int index() {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.NUMBER || token.text().length() > 9) {
            throw tokens.unexpected();
        }
        return Integer.parseInt(tokens.next().text());
    }

    ServiceError wrongCount(String function, int count) {
        return refused("Incorrect number of operands for operator or function; operator or function: " + function
                + ", number of operands: " + count);
    }

    ServiceError wrongType(String function, AttributeValue value) {
        return refused("Incorrect operand type for operator or function; operator or function: " + function
                + ", operand type: " + value.type());
    }

    ServiceError notAPath(String function) {
        return refused("Operator or function requires a document path; operator or function: " + function);
    }
}
