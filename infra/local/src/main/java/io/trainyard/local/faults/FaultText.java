package io.trainyard.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A fault as JSON: flat, with only what differs from the standard; times as {@code 500ms}, {@code 5s}, {@code 2m} or ISO-8601. */
public final class FaultText {

    static final Set<String> FIELDS = Set.of(
            "id",
            "kind",
            "service",
            "operation",
            "name",
            "instanceType",
            "rate",
            "skip",
            "times",
            "after",
            "for",
            "delay",
            "error",
            "line",
            "limit");
    private static final Pattern SHORT = Pattern.compile("(\\d+)(ms|s|m|h)");

    private FaultText() {}

    /** @throws IllegalArgumentException naming the field and the fix */
    public static Fault read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("a fault is an object such as {\"kind\": \"throttle\", \"rate\": 0.05}");
        }
        json.fieldNames().forEachRemaining(FaultText::checkField);
        var word = json.path("kind").asText();
        var kind = FaultKind.of(word)
                .orElseThrow(() -> new IllegalArgumentException("kind '" + word
                        + "' is not known; there are "
                        + Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "))));
        var where = new Matching(
                json.path("service").asText("*"),
                json.path("operation").asText("*"),
                json.path("name").asText("*"),
                json.path("instanceType").asText("*"));
        var odds = new Odds(
                number(json, "rate").orElse(1.0),
                number(json, "skip").orElse(0.0).longValue(),
                number(json, "times").map(Double::longValue),
                time(json, "after").orElse(Duration.ZERO),
                time(json, "for"));
        var effect = new Fault.Effect(
                time(json, "delay"),
                text(json, "error"),
                text(json, "line"),
                number(json, "limit").map(Double::intValue));
        return new Fault(json.path("id").asText(kind.word()), kind, where, odds, effect);
    }

    /** The fault as {@link #read} takes it. */
    public static ObjectNode write(Fault fault) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", fault.id())
                .put("kind", fault.kind().word());
        pattern(json, "service", fault.where().service());
        pattern(json, "operation", fault.where().operation());
        pattern(json, "name", fault.where().name());
        pattern(json, "instanceType", fault.where().instanceType());
        var odds = fault.odds();
        json.put("rate", odds.rate());
        if (odds.skip() > 0) {
            json.put("skip", odds.skip());
        }
        odds.times().ifPresent(most -> json.put("times", most));
        if (!odds.after().isZero()) {
            json.put("after", odds.after().toString());
        }
        odds.lasts().ifPresent(span -> json.put("for", span.toString()));
        fault.effect().delay().ifPresent(span -> json.put("delay", span.toString()));
        fault.effect().error().ifPresent(name -> json.put("error", name));
        fault.effect().line().ifPresent(part -> json.put("line", part));
        fault.effect().limit().ifPresent(most -> json.put("limit", most));
        return json;
    }

    private static void pattern(ObjectNode json, String field, String pattern) {
        if (!pattern.equals("*")) {
            json.put(field, pattern);
        }
    }

    private static void checkField(String field) {
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("field '" + field + "' is not known; there are "
                    + FIELDS.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
    }

    private static Optional<Double> number(JsonNode json, String field) {
        return parsed(json, field, Double::valueOf, "a number");
    }

    private static Optional<Duration> time(JsonNode json, String field) {
        return parsed(json, field, FaultText::duration, "a time such as 500ms, 5s, 2m or PT1M30S");
    }

    private static <T> Optional<T> parsed(JsonNode json, String field, Function<String, T> parser, String wanted) {
        try {
            return text(json, field).map(parser);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(field + " '" + json.path(field).asText() + "' is not " + wanted, e);
        }
    }

    private static Duration duration(String text) {
        var matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        var count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
