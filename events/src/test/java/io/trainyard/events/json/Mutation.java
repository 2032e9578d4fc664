package io.trainyard.events.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One change to a document: another value at a place, or none. */
record Mutation(String pointer, JsonNode value) {

    /** Puts the value there; a missing node takes the field or element away. */
    void apply(ObjectNode document) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = document.at(at.head());
        if (parent instanceof ObjectNode object) {
            if (value.isMissingNode()) {
                object.remove(at.last().getMatchingProperty());
            } else {
                object.set(at.last().getMatchingProperty(), value);
            }
        } else if (parent instanceof ArrayNode array && array.has(at.last().getMatchingIndex())) {
            if (value.isMissingNode()) {
                array.remove(at.last().getMatchingIndex());
            } else {
                array.set(at.last().getMatchingIndex(), value);
            }
        }
    }

    /** Every place in a document, but the whole. */
    static List<String> places(JsonNode document) {
        var found = new ArrayList<String>();
        collect("", document, found);
        return found;
    }

    private static void collect(String at, JsonNode node, List<String> found) {
        node.properties().forEach(field -> {
            String place = at + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            found.add(place);
            collect(place, field.getValue(), found);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.add(at + "/" + i);
                collect(at + "/" + i, node.get(i), found);
            }
        }
    }
}
