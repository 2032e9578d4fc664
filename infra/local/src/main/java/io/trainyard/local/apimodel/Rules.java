package io.trainyard.local.apimodel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The wording of each constraint, and whether a size or a number breaks it. */
final class Rules {

    private Rules() {}

    static List<String> of(Shape.Text text) {
        List<String> rules = new ArrayList<>(length(text.length()));
        text.pattern().ifPresent(pattern -> rules.add(pattern(pattern)));
        if (!text.values().isEmpty()) {
            rules.add(oneOf(text.values()));
        }
        return rules;
    }

    static String pattern(Pattern pattern) {
        return "Member must satisfy regular expression pattern: " + pattern.pattern();
    }

    static String oneOf(List<String> values) {
        return "Member must satisfy enum value set: [" + String.join(", ", values) + "]";
    }

    static List<String> length(Shape.Bounds bounds) {
        return both(bounds, "length");
    }

    static List<String> value(Shape.Bounds bounds) {
        return both(bounds, "value");
    }

    static List<String> outsideLength(Shape.Bounds bounds, long length) {
        return outside(bounds, BigDecimal.valueOf(length), "length");
    }

    static List<String> outsideValue(Shape.Bounds bounds, BigDecimal value) {
        return outside(bounds, value, "value");
    }

    private static List<String> both(Shape.Bounds bounds, String what) {
        return Stream.concat(
                        bounds.max().map(max -> atMost(what, max)).stream(),
                        bounds.min().map(min -> atLeast(what, min)).stream())
                .toList();
    }

    private static List<String> outside(Shape.Bounds bounds, BigDecimal actual, String what) {
        return Stream.concat(
                        bounds
                                .max()
                                .filter(max -> actual.compareTo(BigDecimal.valueOf(max)) > 0)
                                .map(max -> atMost(what, max))
                                .stream(),
                        bounds
                                .min()
                                .filter(min -> actual.compareTo(BigDecimal.valueOf(min)) < 0)
                                .map(min -> atLeast(what, min))
                                .stream())
                .toList();
    }

    private static String atMost(String what, double max) {
        return "Member must have " + what + " less than or equal to " + plain(max);
    }

    private static String atLeast(String what, double min) {
        return "Member must have " + what + " greater than or equal to " + plain(min);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
