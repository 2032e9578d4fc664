package io.trainyard.local.sagemaker.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What AWS says that its API models do not: error names and sentences, each with its source, from {@code facts.yaml}.
 *
 * <p>A sentence is written nowhere else, so what the account answers and what the file proves cannot differ.
 */
public final class Facts {

    private static final Map<String, Fact> FACTS = read();

    private Facts() {}

    /**
     * One fact.
     *
     * @param error AWS's error name; empty where the fact is a sentence or a spelling, not a refusal
     * @param says the sentence, with {@code %s} for what changes
     * @param source where it was seen
     */
    public record Fact(String error, String says, String source) {}

    /** The refusal that the fact describes. */
    public static Refusal refusal(String name, Object... values) {
        return new Refusal(FACTS.get(name).error(), text(name, values));
    }

    /** The fact's sentence. */
    public static String text(String name, Object... values) {
        return FACTS.get(name).says().formatted(values);
    }

    public static Map<String, Fact> all() {
        return FACTS;
    }

    private static Map<String, Fact> read() {
        try (InputStream file = Facts.class.getResourceAsStream("facts.yaml")) {
            Map<String, Fact> facts = new LinkedHashMap<>();
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(file);
            root.properties().forEach(entry -> facts.put(entry.getKey(), fact(entry.getValue())));
            return Map.copyOf(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact fact(JsonNode node) {
        return new Fact(
                node.path("error").asText(""),
                node.required("says").asText(),
                node.required("source").asText());
    }
}
