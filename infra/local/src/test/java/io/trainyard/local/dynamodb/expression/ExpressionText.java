package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.value.AttributeValue;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes expressions as text with placeholders: the parser's inverse, for properties. */
final class ExpressionText {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    Placeholders placeholders() {
        return new Placeholders(names, values);
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.And and -> inner(and.left()) + " AND " + inner(and.right());
            case Condition.Or or -> inner(or.left()) + " or " + inner(or.right());
            case Condition.Not not -> "NOT " + inner(not.condition());
            case Condition.Comparison c -> of(c.left()) + c.operator().symbol() + of(c.right());
            case Condition.Between b -> of(b.operand()) + " BETWEEN " + of(b.low()) + " AND " + of(b.high());
            case Condition.In in ->
                of(in.operand())
                        + in.candidates().stream().map(this::of).collect(Collectors.joining(" , ", " IN(", ")"));
            case Condition.Exists e -> "attribute_exists ( " + of(e.path()) + ")";
            case Condition.NotExists e -> "attribute_not_exists(" + of(e.path()) + ")";
            case Condition.HasType t ->
                "attribute_type(" + of(t.path()) + "," + value(new AttributeValue.StringValue(t.type())) + ")";
            case Condition.BeginsWith b -> "begins_with(" + of(b.operand()) + ", " + of(b.prefix()) + ")";
            case Condition.Contains c -> "contains(" + of(c.operand()) + ", " + of(c.part()) + ")";
        };
    }

    String of(Update update) {
        StringBuilder text = new StringBuilder();
        if (!update.sets().isEmpty()) {
            text.append(update.sets().stream()
                    .map(set -> of(set.path()) + " = " + of(set.value()))
                    .collect(Collectors.joining(", ", " SET ", "")));
        }
        if (!update.removes().isEmpty()) {
            text.append(update.removes().stream().map(this::of).collect(Collectors.joining(",", " remove ", "")));
        }
        if (!update.adds().isEmpty()) {
            text.append(update.adds().stream().map(this::of).collect(Collectors.joining(", ", " ADD ", "")));
        }
        if (!update.deletes().isEmpty()) {
            text.append(update.deletes().stream().map(this::of).collect(Collectors.joining(", ", " DELETE ", "")));
        }
        return text.toString();
    }

    private String of(Update.Change change) {
        return of(change.path()) + " " + value(change.value());
    }

    private String inner(Condition condition) {
        boolean compound = condition instanceof Condition.And || condition instanceof Condition.Or;
        return compound ? "(" + of(condition) + ")" : of(condition);
    }

    private String of(Operand operand) {
        return switch (operand) {
            case Operand.At at -> of(at.path());
            case Operand.Literal literal -> value(literal.value());
            case Operand.Size size -> "size(" + of(size.path()) + ")";
            case Operand.IfNotExists f -> "if_not_exists(" + of(f.path()) + ", " + of(f.fallback()) + ")";
            case Operand.ListAppend f -> "list_append(" + of(f.first()) + ", " + of(f.second()) + ")";
            case Operand.Arithmetic a -> of(a.left()) + (a.plus() ? " + " : "-") + of(a.right());
        };
    }

    private String of(Path path) {
        StringBuilder text = new StringBuilder();
        for (Step step : path.steps()) {
            switch (step) {
                case Step.Field field -> text.append(text.isEmpty() ? "" : ".").append(name(field.name()));
                case Step.Index index -> text.append(index);
            }
        }
        return text.toString();
    }

    private String name(String name) {
        if (name.matches("[a-z]+") && !ReservedWords.contains(name)) {
            return name;
        }
        String placeholder = "#n" + names.size();
        names.put(placeholder, name);
        return placeholder;
    }

    private String value(AttributeValue value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}
