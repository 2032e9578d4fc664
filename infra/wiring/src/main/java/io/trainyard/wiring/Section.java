package io.trainyard.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One mapping of a file while it is read: hands out values and collects violations under their full field name. */
final class Section {

    private final String file;
    private final String path;
    private final JsonNode node;
    private final List<Violation> violations;

    Section(String file, String path, JsonNode node, List<Violation> violations) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.violations = violations;
    }

    JsonNode node() {
        return node;
    }

    boolean has(String key) {
        return node.has(key);
    }

    String field(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void refuse(String field, String problem, String fix) {
        violations.add(new Violation(file, field, problem, fix));
    }

    void allowOnly(Set<String> keys) {
        for (var name : (Iterable<String>) node::fieldNames) {
            if (!keys.contains(name)) {
                refuse(field(name), "unknown key.", "use one of " + String.join(", ", new TreeSet<>(keys)) + ".");
            }
        }
    }

    Section section(String key) {
        var value = node.path(key);
        if (!value.isMissingNode() && !value.isObject()) {
            refuse(field(key), "must be a mapping.", "write `" + key + ": {...}`.");
        }
        return new Section(file, field(key), value, violations);
    }

    String text(String key, String example) {
        var value = node.path(key);
        if (!value.isTextual()) {
            refuse(field(key), value.isMissingNode() ? "is missing." : "must be text.", "write `" + example + "`.");
            return "";
        }
        return value.textValue();
    }

    boolean flag(String key) {
        var value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            refuse(field(key), "must be true or false.", "write `" + key + ": true` or leave it out.");
        }
        return value.asBoolean(false);
    }

    int number(String key, int least, int most) {
        var value = node.path(key);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            var problem = value.isMissingNode() ? "is missing." : "must be a whole number, not " + value + ".";
            refuse(field(key), problem, "write a number from " + least + " to " + most + ".");
            return least;
        }
        return value.intValue();
    }

    /** The entries of a list, none where the key is absent. */
    List<JsonNode> list(String key) {
        var value = node.path(key);
        if (!value.isMissingNode() && !value.isArray()) {
            refuse(field(key), "must be a list.", "write `" + key + ": [...]`.");
            return List.of();
        }
        var entries = new ArrayList<JsonNode>();
        value.forEach(entries::add);
        return entries;
    }

    /** The entries of a list of texts that match a pattern; each that does not, or comes twice, is refused. */
    List<String> texts(String key, String pattern, String example) {
        var found = new ArrayList<String>();
        for (var entry : list(key)) {
            var at = field(key) + "[" + found.size() + "]";
            if (!entry.isTextual() || !entry.textValue().matches(pattern)) {
                refuse(at, "'" + entry.asText() + "' is not allowed here.", "write something like `" + example + "`.");
            } else if (found.contains(entry.textValue())) {
                refuse(at, "'" + entry.textValue() + "' is there twice.", "remove one.");
            }
            found.add(entry.asText());
        }
        return found;
    }
}
