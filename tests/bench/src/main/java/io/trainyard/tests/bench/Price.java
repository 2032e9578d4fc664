package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS takes for one kind of use.
 *
 * @param unit what is counted
 * @param counts the words that the names of its amounts begin with
 * @param dollars the price of {@code per} units
 * @param source the page that says so
 */
record Price(String unit, Part part, List<String> counts, double dollars, double per, String source) {

    Price {
        counts = List.copyOf(counts);
    }

    static Price of(JsonNode entry) {
        List<String> counts = new ArrayList<>();
        entry.path("counts").forEach(words -> counts.add(words.asText()));
        return new Price(
                entry.path("unit").asText(),
                Part.valueOf(entry.path("part").asText()),
                counts,
                entry.path("price").asDouble(),
                entry.path("per").asDouble(),
                entry.path("source").asText());
    }

    /** How many units are among what was used. */
    double units(Used used) {
        return counts.stream().mapToDouble(words -> used.only(words).sum()).sum();
    }

    /** What a million jobs cost, in dollars, of which each used this. */
    double ofMillion(Used each) {
        return units(each) * 1_000_000 / per * dollars;
    }

    /** {@code $0.40 per 1,000,000}. */
    String text() {
        return per == 1 ? "$" + plain(dollars) : "$" + plain(dollars) + " per " + "%,d".formatted((long) per);
    }

    private static String plain(double dollars) {
        var decimal = java.math.BigDecimal.valueOf(dollars);
        return decimal.setScale(Math.max(2, decimal.stripTrailingZeros().scale()))
                .toPlainString();
    }
}
