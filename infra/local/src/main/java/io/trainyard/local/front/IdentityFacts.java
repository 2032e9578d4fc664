package io.trainyard.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.trainyard.local.front.signature.Breach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
            case JSON, REST_JSON -> JsonProtocol.fault(fault, "application/json");
            case JSON_AFTER_QUERY -> afterQuery(fault, breach.kind());
            case QUERY -> xml(fact.status(), query(fault, requestId));
            case OBJECTS -> xml(fact.status(), objects(fault, breach, requestId));
        };
    }

    private static AwsResponse afterQuery(AwsFault fault, Breach.Kind kind) {
        var answer = JsonProtocol.fault(fault, "application/x-amz-json-1.0");
        var headers = new TreeMap<>(answer.headers());
        headers.put(
                "x-amzn-query-error", FACTS.get(ErrorForm.QUERY + "/" + kind).error() + ";Sender");
        return new AwsResponse(answer.status(), headers, answer.body());
    }

    private static String query(AwsFault fault, String requestId) {
        return "<ErrorResponse><Error><Type>Sender</Type>" + element("Code", fault.code())
                + element("Message", String.valueOf(fault.getMessage())) + "</Error>" + element("RequestId", requestId)
                + "</ErrorResponse>";
    }

    private static String objects(AwsFault fault, Breach breach, String requestId) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>")
                .append(element("Code", fault.code()))
                .append(element("Message", String.valueOf(fault.getMessage())));
        new TreeMap<>(breach.details()).forEach((name, text) -> xml.append(element(name, text)));
        return xml.append(element("RequestId", requestId)).append("</Error>").toString();
    }

    private static String element(String name, String text) {
        return "<" + name + ">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</" + name + ">";
    }

    private static AwsResponse xml(int status, String body) {
        return AwsResponse.of(status, "application/xml", body.getBytes(StandardCharsets.UTF_8));
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
