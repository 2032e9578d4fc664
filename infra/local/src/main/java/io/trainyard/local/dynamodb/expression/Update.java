package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/** An update expression, read: its four sections in the order they are applied. */
public record Update(List<Assignment> sets, List<Path> removes, List<Change> adds, List<Change> deletes) {

    /** Does nothing: UpdateItem without an expression. */
    public static final Update NONE = new Update(List.of(), List.of(), List.of(), List.of());

    public Update {
        sets = List.copyOf(sets);
        removes = List.copyOf(removes);
        adds = List.copyOf(adds);
        deletes = List.copyOf(deletes);
    }

    /** {@code SET path = value}. */
    public record Assignment(Path path, Operand value) {}

    /** {@code ADD path value} or {@code DELETE path value}. */
    public record Change(Path path, AttributeValue value) {}

    /** Every path that the update writes or removes. */
    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        sets.forEach(set -> paths.add(set.path()));
        paths.addAll(removes);
        adds.forEach(add -> paths.add(add.path()));
        deletes.forEach(delete -> paths.add(delete.path()));
        return paths;
    }
}
