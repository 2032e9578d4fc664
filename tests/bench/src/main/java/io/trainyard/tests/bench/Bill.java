package io.trainyard.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a million jobs cost, row by row.
 *
 * @param each what one job used, on average
 */
record Bill(PriceTable table, Used each) {

    /** Dollars for a million jobs: events, queues and functions; the second with DynamoDB. */
    static final double MOST_FOR_MESSAGES = 33;

    static final double MOST_WITH_STATE = 60;

    private static final List<String> HEADINGS =
            List.of("unit", "per job", "price", "$ per million jobs", "bound", "met or missed");

    boolean isWithinBounds() {
        return messages() <= MOST_FOR_MESSAGES && messages() + of(Part.STATE) <= MOST_WITH_STATE;
    }

    private double messages() {
        return of(Part.MESSAGES);
    }

    private double of(Part part) {
        return table.prices().stream()
                .filter(price -> price.part() == part)
                .mapToDouble(price -> price.ofMillion(each))
                .sum();
    }

    /** The rows with their sums, what each row counts, and where the prices are from. */
    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.addAll(rows(Part.MESSAGES));
        lines.add(bounded("events, queues and functions", messages(), MOST_FOR_MESSAGES));
        lines.addAll(rows(Part.STATE));
        lines.add(bounded("with DynamoDB", messages() + of(Part.STATE), MOST_WITH_STATE));
        lines.addAll(rows(Part.APART));
        lines.addAll(rows(Part.LOGS));
        lines.add(sum("everything", of(Part.LOGS) + of(Part.APART) + of(Part.STATE) + messages(), "-", "-"));
        return table.title() + ".\n\n" + Table.of(HEADINGS, lines) + "\n" + parts() + "\n" + sources();
    }

    private List<List<String>> rows(Part part) {
        return table.prices().stream()
                .filter(price -> price.part() == part)
                .map(price -> List.of(
                        price.unit(),
                        Figures.amount(price.units(each)),
                        price.text(),
                        Figures.money(price.ofMillion(each)),
                        "",
                        ""))
                .toList();
    }

    private static List<String> bounded(String what, double dollars, double most) {
        return sum(
                what, dollars, Figures.money(most), Verdict.of(dollars <= most).text());
    }

    private static List<String> sum(String what, double dollars, String bound, String verdict) {
        return List.of("= " + what, "", "", Figures.money(dollars), bound, verdict);
    }

    private String parts() {
        return table.prices().stream()
                .filter(price -> price.part() != Part.LOGS && price.units(each) > 0)
                .map(price -> "- %s: %s\n".formatted(price.unit(), parts(price)))
                .collect(Collectors.joining());
    }

    private String parts(Price price) {
        return price.counts().stream()
                .flatMap(words -> each.only(words).amounts().entrySet().stream()
                        .map(entry -> Map.entry(
                                entry.getKey().substring(words.length()).strip(), entry.getValue())))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + Figures.amount(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String sources() {
        return table.prices().stream()
                .map(price -> "- %s: %s\n".formatted(price.unit(), price.source()))
                .collect(Collectors.joining("", "Prices:\n", ""));
    }
}
