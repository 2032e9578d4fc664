package io.trainyard.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code hears}: patterns in EventBridge's own language, and the bus that each is for. */
final class RuleReader {

    private static final Set<String> OWN_KEYS = Set.of("bus", "detail-type", "detail");
    private static final Set<String> DEFAULT_KEYS = Set.of("bus", "source", "detail-type", "detail", "resources");

    private RuleReader() {}

    static List<Rule> read(Section top) {
        var rules = new ArrayList<Rule>();
        for (var entry : top.list("hears")) {
            var at = "hears[" + rules.size() + "]";
            if (entry instanceof ObjectNode pattern) {
                rules.add(rule(top, at, pattern));
            } else {
                top.refuse(at, "must be a pattern.", "write `- detail-type: [job-completed]`.");
            }
        }
        return rules;
    }

    private static Rule rule(Section top, String at, ObjectNode written) {
        var bus = bus(top, at, written.path("bus"));
        checkKeys(top, at, written, bus);
        var pattern = written.deepCopy().without(List.of("bus"));
        if (pattern.isEmpty()) {
            top.refuse(at, "hears everything.", "say what it hears: `detail-type` or `detail`.");
        }
        checkLeaves(top, at, pattern);
        var types = pattern.path("detail-type");
        if (bus == Bus.OWN && types.size() > 1 && Patterns.names(types).contains(Patterns.OPEN_EVENT)) {
            top.refuse(
                    at + ".detail-type",
                    "job-requested comes from anybody, its neighbours here only from us.",
                    "give job-requested a rule of its own.");
        }
        return new Rule(bus, (ObjectNode) pattern);
    }

    private static Bus bus(Section top, String at, JsonNode bus) {
        if (!bus.isMissingNode() && !"default".equals(bus.textValue())) {
            top.refuse(
                    at + ".bus",
                    "'" + bus.asText() + "' is no bus.",
                    "write `bus: default`, or leave it out for ours.");
        }
        return bus.isMissingNode() ? Bus.OWN : Bus.DEFAULT;
    }

    private static void checkKeys(Section top, String at, ObjectNode written, Bus bus) {
        for (var key : (Iterable<String>) written::fieldNames) {
            if (bus == Bus.OWN && Set.of("source", "account", "replay-name").contains(key)) {
                top.refuse(at + "." + key, "is added to every rule on our own bus.", "remove it.");
            } else if (!(bus == Bus.OWN ? OWN_KEYS : DEFAULT_KEYS).contains(key)) {
                top.refuse(
                        at + "." + key, "unknown key.", "use bus, detail-type and detail (default bus: source too).");
            }
        }
        var source = written.path("source");
        if (bus == Bus.DEFAULT
                && !source.isMissingNode()
                && !Patterns.names(source).equals(List.of(Patterns.SAGEMAKER))) {
            top.refuse(at + ".source", "only SageMaker is heard there.", "write `source: [aws.sagemaker]`.");
        }
    }

    /** EventBridge wants a list wherever a pattern ends; a bare value is the commonest slip. */
    private static void checkLeaves(Section top, String at, JsonNode node) {
        node.properties().forEach(field -> {
            var here = at + "." + field.getKey();
            if (field.getValue().isObject()) {
                checkLeaves(top, here, field.getValue());
            } else if (!field.getValue().isArray() || field.getValue().isEmpty()) {
                top.refuse(
                        here,
                        "a pattern ends in a list of one or more values.",
                        "write `[" + field.getValue().asText() + "]`.");
            }
        });
    }
}
