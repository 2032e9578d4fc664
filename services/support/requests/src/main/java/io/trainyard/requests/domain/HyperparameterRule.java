package io.trainyard.requests.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one hyperparameter of an image may be. Values are texts, as SageMaker hands them on; a rule only reads them.
 *
 * @param type how the text is read
 * @param min the least number, or the least item of {@code wholes}; null for none
 * @param above a bound that the number must exceed; null for none
 * @param max the greatest number or item; null for none
 * @param choices the words allowed, for {@code choice}
 * @param items how many items a list may have; null for any
 * @param required whether the image cannot do without
 * @param example a value that passes
 */
public record HyperparameterRule(
        Type type,
        @Nullable Double min,
        @Nullable Double above,
        @Nullable Double max,
        List<String> choices,
        @Nullable Integer items,
        Boolean required,
        String example) {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    /** How the text of a hyperparameter is read. */
    public enum Type {
        @JsonProperty("whole")
        WHOLE,
        @JsonProperty("decimal")
        DECIMAL,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("text")
        TEXT,
        /** Whole numbers with commas between them. */
        @JsonProperty("wholes")
        WHOLES,
        /** Different names with commas between them. */
        @JsonProperty("names")
        NAMES
    }

    public HyperparameterRule {
        Objects.requireNonNull(type, "type");
        required = required != null && required;
        choices = choices == null ? List.of() : List.copyOf(choices);
        Objects.requireNonNull(example, "example");
    }

    /** What must hold, where the value breaks it. */
    public Optional<String> breach(String value) {
        return accepts(value)
                ? Optional.empty()
                : Optional.of("must be " + demand() + ", not " + Spelling.shown(value));
    }

    private boolean accepts(String value) {
        return switch (type) {
            case WHOLE -> WHOLE.matcher(value).matches() && within(value);
            case DECIMAL -> DECIMAL.matcher(value).matches() && within(value);
            case CHOICE -> choices.contains(value);
            case TEXT -> !value.isBlank();
            case WHOLES ->
                fits(split(value))
                        && split(value).stream()
                                .allMatch(item -> WHOLE.matcher(item).matches() && within(item));
            case NAMES ->
                fits(split(value))
                        && split(value).stream().noneMatch(String::isBlank)
                        && split(value).stream().distinct().count()
                                == split(value).size();
        };
    }

    private boolean within(String number) {
        double value = Double.parseDouble(number);
        return (min == null || value >= min) && (above == null || value > above) && (max == null || value <= max);
    }

    private boolean fits(List<String> list) {
        return items == null || list.size() <= items;
    }

    private String demand() {
        return switch (type) {
            case WHOLE -> "a whole number" + bounds();
            case DECIMAL -> "a number" + bounds();
            case CHOICE -> "one of " + String.join(", ", choices);
            case TEXT -> "some text";
            case WHOLES ->
                "whole numbers" + bounds() + " with commas between them" + (items == null ? "" : ", at most " + items);
            case NAMES -> "different names with commas between them";
        };
    }

    private String bounds() {
        String least = min != null ? " from " + plain(min) : above != null ? " above " + plain(above) : "";
        return max == null ? least : least + (least.isEmpty() ? " up to " : " to ") + plain(max);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /** Lists come as {@code 64,32} or as JSON has them. */
    private static List<String> split(String value) {
        boolean bracketed = value.startsWith("[") && value.endsWith("]");
        String inner = bracketed ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(inner.split(",", -1))
                .map(item -> item.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }
}
