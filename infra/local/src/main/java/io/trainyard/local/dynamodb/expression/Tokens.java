package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Token.Kind;
import io.trainyard.local.dynamodb.fault.ServiceError;
import java.util.ArrayList;
import java.util.List;

/** An expression cut into tokens, and a place in it. */
final class Tokens {

    /** Source: Developer Guide, "Quotas": an expression string may have 4 KB. */
    private static final int MAX_LENGTH = 4096;

    private final ExpressionKind kind;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokens(ExpressionKind kind, String text) {
        this.kind = kind;
        this.text = text;
        if (text.isBlank()) {
            throw kind.refused("The expression can not be empty;");
        }
        if (text.length() > MAX_LENGTH) {
            throw kind.refused(
                    "Expression size has exceeded the maximum allowed size; expression size: " + text.length());
        }
        int from = skipSpace(0);
        while (from < text.length()) {
            int to = end(from);
            tokens.add(new Token(kindAt(from), text.substring(from, to), from));
            from = skipSpace(to);
        }
        tokens.add(new Token(Kind.END, "<EOF>", text.length()));
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /** Takes the symbol where it comes next. */
    boolean take(String symbol) {
        boolean there = peek().is(symbol);
        if (there) {
            next();
        }
        return there;
    }

    boolean takeKeyword(String keyword) {
        boolean there = peek().isKeyword(keyword);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected();
        }
    }

    void expectKeyword(String keyword) {
        if (!takeKeyword(keyword)) {
            throw unexpected();
        }
    }

    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw unexpected();
        }
    }

    /** The number of tokens taken so far: where the parser stands. */
    int position() {
        return at;
    }

    /** AWS names the token it stumbled over and what stands around it. */
    ServiceError unexpected() {
        int from = tokens.get(Math.max(0, at - 1)).start();
        Token last = tokens.get(Math.min(at + 1, tokens.size() - 1));
        int to = last.kind() == Kind.END
                ? text.length()
                : last.start() + last.text().length();
        return syntax(peek().text(), text.substring(from, to).strip());
    }

    private ServiceError syntax(String token, String near) {
        return kind.refused("Syntax error; token: \"" + token + "\", near: \"" + near + "\"");
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private Kind kindAt(int from) {
        char first = text.charAt(from);
        if (first == '#') {
            return Kind.NAME;
        }
        if (first == ':') {
            return Kind.VALUE;
        }
        if (isDigit(first)) {
            return Kind.NUMBER;
        }
        return isWord(first) ? Kind.WORD : Kind.SYMBOL;
    }

    private int end(int from) {
        char first = text.charAt(from);
        if (isDigit(first)) {
            return endOf(from, true);
        }
        if (isWord(first)) {
            return endOf(from, false);
        }
        if (first == '#' || first == ':') {
            int to = endOf(from + 1, false);
            if (to == from + 1) {
                throw syntax(text.substring(from, to), text.substring(from, Math.min(text.length(), to + 10)));
            }
            return to;
        }
        if (text.startsWith("<=", from) || text.startsWith(">=", from) || text.startsWith("<>", from)) {
            return from + 2;
        }
        if ("=<>()[],.+-".indexOf(first) < 0) {
            throw syntax(
                    String.valueOf(first), text.substring(Math.max(0, from - 5), Math.min(text.length(), from + 5)));
        }
        return from + 1;
    }

    private int endOf(int from, boolean digitsOnly) {
        int to = from;
        while (to < text.length() && (isDigit(text.charAt(to)) || !digitsOnly && isWord(text.charAt(to)))) {
            to++;
        }
        return to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
    }
}
