package io.trainyard.local.sagemaker.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One named resource.
 *
 * @param description what Describe answers; never changed in place, copy and {@link #with} instead
 * @param tags which no Describe answers, only ListTags
 * @param inner what only this account needs to know: whether its last event was said, how often it was launched
 */
public record Resource(String name, ObjectNode description, Map<String, String> tags, ObjectNode inner) {

    public Resource {
        tags = Map.copyOf(tags);
    }

    public static Resource of(String name, ObjectNode description, Map<String, String> tags) {
        return new Resource(name, description, tags, Json.object());
    }

    public String text(String field) {
        return description.path(field).asText();
    }

    /** The same resource with a changed description. */
    public Resource with(Consumer<ObjectNode> change) {
        ObjectNode changed = description.deepCopy();
        change.accept(changed);
        return new Resource(name, changed, tags, inner);
    }

    /** The same resource with changed inner facts. */
    public Resource knowing(Consumer<ObjectNode> change) {
        ObjectNode changed = inner.deepCopy();
        change.accept(changed);
        return new Resource(name, description, tags, changed);
    }

    public Resource tagged(Map<String, String> newTags) {
        return new Resource(name, description, newTags, inner);
    }

    ObjectNode json() {
        ObjectNode all = Json.object().put("name", name);
        all.set("description", description);
        ObjectNode labels = all.putObject("tags");
        new TreeMap<>(tags).forEach(labels::put);
        all.set("inner", inner);
        return all;
    }

    static Resource read(ObjectNode json) {
        Map<String, String> tags = new TreeMap<>();
        json.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new Resource(
                json.path("name").asText(), json.withObject("/description"), tags, json.withObject("/inner"));
    }
}
