package io.trainyard.local.dynamodb.expression;

/**
 * One token of an expression.
 *
 * @param start where it begins in the expression, for messages
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        /** A bare name or keyword. */
        WORD,
        /** {@code #name}. */
        NAME,
        /** {@code :value}. */
        VALUE,
        /** Digits, as in a list's index. */
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }
}
