package io.trainyard.local.dynamodb.expression;

import java.util.LinkedHashSet;
import java.util.Set;

/** The attributes that a condition looks at. */
public final class Attributes {

    private final Set<String> names = new LinkedHashSet<>();

    private Attributes() {}

    public static Set<String> of(Condition condition) {
        Attributes attributes = new Attributes();
        attributes.visit(condition);
        return attributes.names;
    }

    private void visit(Condition condition) {
        switch (condition) {
            case Condition.And and -> {
                visit(and.left());
                visit(and.right());
            }
            case Condition.Or or -> {
                visit(or.left());
                visit(or.right());
            }
            case Condition.Not not -> visit(not.condition());
            case Condition.Comparison comparison -> {
                visit(comparison.left());
                visit(comparison.right());
            }
            case Condition.Between between -> {
                visit(between.operand());
                visit(between.low());
                visit(between.high());
            }
            case Condition.In in -> {
                visit(in.operand());
                in.candidates().forEach(this::visit);
            }
            case Condition.Exists exists -> visit(exists.path());
            case Condition.NotExists exists -> visit(exists.path());
            case Condition.HasType type -> visit(type.path());
            case Condition.BeginsWith begins -> {
                visit(begins.operand());
                visit(begins.prefix());
            }
            case Condition.Contains contains -> {
                visit(contains.operand());
                visit(contains.part());
            }
        }
    }

    private void visit(Operand operand) {
        if (operand instanceof Operand.At at) {
            visit(at.path());
        } else if (operand instanceof Operand.Size size) {
            visit(size.path());
        }
    }

    private void visit(Path path) {
        names.add(path.attribute());
    }
}
