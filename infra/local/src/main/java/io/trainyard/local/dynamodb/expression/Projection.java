package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.List;

/** A projection expression, read: which parts of an item are answered. */
public final class Projection {

    private final PathTree tree;
    private final List<Path> paths;

    private Projection(ExpressionKind kind, List<Path> paths) {
        this.tree = PathTree.of(kind, paths);
        this.paths = List.copyOf(paths);
    }

    public static Projection parse(String text, Placeholders placeholders) {
        Grammar grammar = new Grammar(ExpressionKind.PROJECTION, text, placeholders);
        List<Path> paths = grammar.paths();
        grammar.tokens().expectEnd();
        return new Projection(ExpressionKind.PROJECTION, paths);
    }

    /** The parts that an update touches. */
    public static Projection of(Update update) {
        return new Projection(ExpressionKind.UPDATE, update.paths());
    }

    public MapValue apply(MapValue item) {
        return tree.cut(item);
    }

    public List<Path> paths() {
        return paths;
    }
}
