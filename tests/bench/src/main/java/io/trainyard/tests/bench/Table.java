package io.trainyard.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows as a Markdown table whose columns also line up on a terminal, and the notes below it. */
final class Table {

    private static final List<String> HEADINGS =
            List.of("measure", "target", "measured", "n", "warm-up", "met or missed");

    private Table() {}

    static String of(List<Row> rows) {
        return of(HEADINGS, rows.stream().map(Row::cells).toList()) + notes(rows);
    }

    /** Any table: every line has as many cells as there are headings. */
    static String of(List<String> headings, List<List<String>> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(headings);
        lines.addAll(cells);
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(line(lines.get(i), widths));
            if (i == 0) {
                text.append(rule(widths));
            }
        }
        return text.toString();
    }

    private static String notes(List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.notes().isEmpty())
                .map(row -> "\n" + row.measure() + ":\n"
                        + row.notes().stream().map(note -> "- " + note + "\n").collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule(int[] widths) {
        return IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
