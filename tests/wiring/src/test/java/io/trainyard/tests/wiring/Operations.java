package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The one table from operations of the AWS SDK to IAM actions ({@code operations.txt}), which also says which key of a
 * {@code service.yaml} gives an operation without {@code may}.
 */
final class Operations {

    /** One line: what IAM asks for, and the keys that imply it. */
    record Line(List<String> actions, List<String> keys) {}

    private final Map<String, Line> lines = new TreeMap<>();

    Operations() {
        for (String line : Checkout.list("operations.txt")) {
            String[] columns = line.split("\\|");
            assertThat(columns).as(line).hasSizeBetween(2, 3);
            Line parsed = new Line(words(columns[1]), columns.length == 3 ? words(columns[2]) : List.of());
            assertThat(lines.put(columns[0].strip(), parsed))
                    .as("twice: " + line)
                    .isNull();
        }
    }

    Line line(String operation) {
        assertThat(lines)
                .as("%s is called; say in operations.txt what IAM asks for it", operation)
                .containsKey(operation);
        return lines.get(operation);
    }

    SortedSet<String> names() {
        return new TreeSet<>(lines.keySet());
    }

    /** What IAM asks for the operations that none of the keys gives. */
    SortedSet<String> actions(Collection<String> operations, Collection<String> keys) {
        var actions = new TreeSet<String>();
        operations.stream()
                .map(this::line)
                .filter(line -> line.keys().stream().noneMatch(keys::contains))
                .forEach(line -> actions.addAll(line.actions()));
        return actions;
    }

    private static List<String> words(String column) {
        return List.of(column.strip().split("\\s+"));
    }
}
