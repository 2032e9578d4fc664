package io.trainyard.trainer.noop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run asks of a container that does nothing.
 *
 * <p>Hyperparameters: {@code seconds} (how long training takes), {@code fail-with} (fail with this sentence), {@code
 * exit-code} (end with this code instead of 0, or 255 with {@code fail-with}), {@code accuracy} (the metric that is
 * printed); and for serving {@code ping-status}, {@code invocation-status}, {@code latency-ms}. Others are ignored.
 */
record NoopParameters(Map<String, String> values) {

    private static final Pattern PAIR =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Reads a flat JSON object of strings, each possibly quoted twice; a missing file asks for nothing. */
    static NoopParameters read(Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            Matcher pairs = PAIR.matcher(Files.readString(file));
            while (pairs.find()) {
                values.put(plain(pairs.group(1)), plain(pairs.group(2)));
            }
        }
        return new NoopParameters(values);
    }

    private static String plain(String escaped) {
        String text = escaped.replace("\\\"", "\"").replace("\\\\", "\\");
        boolean quotedTwice = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quotedTwice ? text.substring(1, text.length() - 1) : text;
    }

    String text(String name, String standard) {
        return values.getOrDefault(name, standard);
    }

    int whole(String name, int standard) {
        return Integer.parseInt(text(name, String.valueOf(standard)));
    }

    /** One flat JSON object, as {@link #read} takes it. */
    String json() {
        StringBuilder json = new StringBuilder("{");
        values.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(quoted(value)));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
