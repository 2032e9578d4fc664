package io.trainyard.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.trainyard.local.front.signature.Breach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each form of error calls a signature that does not hold: read from {@code identity.yaml}, with its sources. */
final class IdentityFacts {

    private static final Map<String, Fact> FACTS = read();

    private IdentityFacts() {}

    /**
     * One fact.
     *
     * @param says the sentence; empty where it is the one that the check gives
     */
    record Fact(int status, String error, Optional<String> says, String source) {}

    static Map<String, Fact> all() {
        return FACTS;
    }

    static AwsResponse answer(ErrorForm form, Breach breach, String requestId) {
        var fact = FACTS.get(form + "/" + breach.kind());
        var message = fact.says().orElse(breach.message());
        var fault = new AwsFault(fact.status(), fact.error(), message);
        return switch (form) {
            case JSON_AFTER_QUERY ->
                ErrorAnswer.afterQuery(
                        fault, FACTS.get(ErrorForm.QUERY + "/" + breach.kind()).error());
            case OBJECTS -> ErrorAnswer.ofObjects(fault, breach.details(), requestId);
            case JSON, REST_JSON, QUERY -> ErrorAnswer.of(form, fault, requestId);
        };
    }

    private static Map<String, Fact> read() {
        try (var file = IdentityFacts.class.getResourceAsStream("identity.yaml")) {
            var facts = new LinkedHashMap<String, Fact>();
            var root = new ObjectMapper(new YAMLFactory()).readTree(file);
            root.properties()
                    .forEach(form -> form.getValue()
                            .properties()
                            .forEach(kind -> facts.put(form.getKey() + "/" + kind.getKey(), fact(kind.getValue()))));
            return Map.copyOf(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact fact(JsonNode node) {
        return new Fact(
                node.required("status").asInt(),
                node.required("error").asText(),
                Optional.ofNullable(node.path("says").textValue()),
                node.required("source").asText());
    }
}
