package io.trainyard.tests.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.wiring.ServicePolicy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a statement of a policy allows, whatever the order in which it was written. */
record Allowed(Set<String> actions, Set<String> resources, Map<String, Set<String>> equal) {

    /** Statements that are Lambda's and the network's, not the service's: what the description does not speak of. */
    private static final Set<String> OF_THE_RUNTIME = Set.of("Log", "Trace", "Network", "Key");

    static Set<Allowed> in(JsonNode policy) {
        return StreamSupport.stream(policy.path("Statement").spliterator(), false)
                .filter(it -> !OF_THE_RUNTIME.contains(it.path("Sid").asText()))
                .map(it -> new Allowed(
                        texts(it.path("Action")),
                        texts(it.path("Resource")),
                        conditions(it.path("Condition").path("StringEquals"))))
                .collect(Collectors.toSet());
    }

    static Set<Allowed> by(ServicePolicy policy) {
        return policy.statements().stream()
                .map(it -> new Allowed(new TreeSet<>(it.actions()), new TreeSet<>(it.resources()), sets(it.equal())))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> sets(Map<String, java.util.List<String>> conditions) {
        var sets = new TreeMap<String, Set<String>>();
        conditions.forEach((key, values) -> sets.put(key, new TreeSet<>(values)));
        return sets;
    }

    private static Map<String, Set<String>> conditions(JsonNode equals) {
        var sets = new TreeMap<String, Set<String>>();
        equals.properties().forEach(condition -> sets.put(condition.getKey(), texts(condition.getValue())));
        return sets;
    }

    private static Set<String> texts(JsonNode value) {
        var texts = new TreeSet<String>();
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
