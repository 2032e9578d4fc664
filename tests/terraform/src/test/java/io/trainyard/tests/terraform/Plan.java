package io.trainyard.tests.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** What a plan would make, by the addresses of its resources. */
final class Plan {

    private final Map<String, JsonNode> resources = new TreeMap<>();

    Plan(JsonNode document) {
        StreamSupport.stream(document.path("resource_changes").spliterator(), false)
                .filter(it -> it.path("mode").asText().equals("managed"))
                .forEach(it -> resources.put(it.path("address").asText(), it));
    }

    Set<String> addresses() {
        return new TreeSet<>(resources.keySet());
    }

    /** The attributes of every resource of a type. */
    Map<String, JsonNode> attributes(String type) {
        var found = new TreeMap<String, JsonNode>();
        resources.forEach((address, it) -> {
            if (it.path("type").asText().equals(type)) {
                found.put(address, it.at("/change/after"));
            }
        });
        return found;
    }

    /** One attribute of every resource of a type. */
    Set<String> names(String type, String attribute) {
        var names = new TreeSet<String>();
        attributes(type).values().forEach(it -> names.add(it.path(attribute).asText()));
        return names;
    }
}
