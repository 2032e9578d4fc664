package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.expression.Step.Field;
import io.trainyard.local.dynamodb.expression.Step.Index;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Paths that share their beginnings: finds paths that overlap, and cuts what they name out of an item. */
final class PathTree {

    private final Map<String, PathTree> fields = new LinkedHashMap<>();
    private final Map<Integer, PathTree> indexes = new TreeMap<>();
    // The path that ends here, and the first that passes through.
    private @Nullable Path end;
    private @Nullable Path first;

    /** Builds the tree, or refuses paths of which one contains another or that disagree on what is a list. */
    static PathTree of(ExpressionKind kind, List<Path> paths) {
        PathTree root = new PathTree();
        for (Path path : paths) {
            root.add(kind, path);
        }
        return root;
    }

    private void add(ExpressionKind kind, Path path) {
        PathTree at = this;
        for (Step step : path.steps()) {
            if (at.end != null) {
                throw refused(kind, "overlap", at.end, path);
            }
            at.refuseOtherShape(kind, step, path);
            at = at.child(step);
            if (at.first == null) {
                at.first = path;
            }
        }
        if (at.end != null || !at.isLeaf()) {
            throw refused(kind, "overlap", at.first, path);
        }
        at.end = path;
    }

    private void refuseOtherShape(ExpressionKind kind, Step step, Path path) {
        Map<?, PathTree> others = step instanceof Field ? indexes : fields;
        if (!others.isEmpty()) {
            throw refused(kind, "conflict", others.values().iterator().next().first, path);
        }
    }

    private static RuntimeException refused(ExpressionKind kind, String how, @Nullable Path one, Path two) {
        return kind.refused("Two document paths " + how
                + " with each other; must remove or rewrite one of these paths; path one: " + one + ", path two: "
                + two);
    }

    private PathTree child(Step step) {
        return switch (step) {
            case Field field -> fields.computeIfAbsent(field.name(), name -> new PathTree());
            case Index index -> indexes.computeIfAbsent(index.at(), at -> new PathTree());
        };
    }

    private boolean isLeaf() {
        return fields.isEmpty() && indexes.isEmpty();
    }

    /** What of the item the paths name, in the item's own shape; lists close up over what is left out. */
    MapValue cut(MapValue item) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        fields.forEach((name, child) -> item.get(name).ifPresent(value -> {
            AttributeValue part = child.cutValue(value);
            if (part != null) {
                kept.put(name, part);
            }
        }));
        return new MapValue(kept);
    }

    private @Nullable AttributeValue cutValue(AttributeValue value) {
        if (end != null) {
            return value;
        }
        if (value instanceof MapValue map && !fields.isEmpty()) {
            MapValue part = cut(map);
            return part.values().isEmpty() ? null : part;
        }
        if (value instanceof ListValue list && !indexes.isEmpty()) {
            ListValue part = cutList(list);
            return part.values().isEmpty() ? null : part;
        }
        return null;
    }

    private ListValue cutList(ListValue list) {
        List<AttributeValue> kept = new ArrayList<>();
        indexes.forEach((at, child) -> {
            if (at < list.values().size()) {
                AttributeValue part = child.cutValue(list.values().get(at));
                if (part != null) {
                    kept.add(part);
                }
            }
        });
        return new ListValue(kept);
    }
}
