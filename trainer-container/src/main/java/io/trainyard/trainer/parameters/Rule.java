package io.trainyard.trainer.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one hyperparameter may be. A rule only reads text: nothing is ever evaluated. */
public sealed interface Rule {

    /** What must hold, as the end of "'name' must be ...". */
    String demand();

    /** A value that would pass. */
    String example();

    /** Whether the text passes. */
    boolean accepts(String text);

    /** The violation of this rule by a value, if it is one. */
    default Optional<Violation> check(String name, String text) {
        if (accepts(text)) {
            return Optional.empty();
        }
        return Optional.of(
                new Violation(name, "is '" + shown(text) + "' and must be " + demand(), "for example " + example()));
    }

    /** A whole number between two bounds, both included. */
    record WholeNumber(long least, long most, String example) implements Rule {
        private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

        @Override
        public String demand() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public boolean accepts(String text) {
            return DIGITS.matcher(text).matches() && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
        }
    }

    /** A decimal number above (or at) one bound and up to another. */
    record Decimal(double least, boolean leastIncluded, double most, String example) implements Rule {
        static final Pattern NUMBER = Pattern.compile("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

        @Override
        public String demand() {
            return "a number " + (leastIncluded ? "from " : "above ") + least + " and at most " + most;
        }

        @Override
        public boolean accepts(String text) {
            if (!NUMBER.matcher(text).matches()) {
                return false;
            }
            double value = Double.parseDouble(text);
            return (leastIncluded ? value >= least : value > least) && value <= most;
        }
    }

    /** One word of a few. */
    record Choice(List<String> words) implements Rule {
        @Override
        public String demand() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public String example() {
            return words.getFirst();
        }

        @Override
        public boolean accepts(String text) {
            return words.contains(text);
        }
    }

    /** Some text that is not blank. */
    record Text(String demand, String example) implements Rule {
        @Override
        public boolean accepts(String text) {
            return !text.isBlank();
        }
    }

    /** Names of columns, separated by commas; none is blank and none comes twice. */
    record ColumnNames(String example) implements Rule {
        @Override
        public String demand() {
            return "different column names separated by commas";
        }

        @Override
        public boolean accepts(String text) {
            List<String> names = split(text);
            return names.stream().noneMatch(String::isBlank)
                    && names.stream().distinct().count() == names.size();
        }
    }

    /** Sizes of hidden layers, separated by commas. */
    record Layers(int mostLayers, int mostNodes, String example) implements Rule {
        @Override
        public String demand() {
            return "1 to " + mostLayers + " layer sizes from 1 to " + mostNodes + ", separated by commas";
        }

        @Override
        public boolean accepts(String text) {
            WholeNumber size = new WholeNumber(1, mostNodes, example);
            List<String> sizes = split(text);
            return sizes.size() <= mostLayers && sizes.stream().allMatch(size::accepts);
        }
    }

    /** A value as messages show it. */
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    /** The parts of a comma-separated value; brackets around the whole are allowed, as JSON lists have them. */
    static List<String> split(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(inner.split(",", -1)).map(Rule::unquoted).toList();
    }

    private static String unquoted(String part) {
        String text = part.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
