package io.trainyard.requests.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.trainyard.events.S3Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a request at its place. Every way of reading it says what is wrong with it; nothing is ever thrown. */
final class Field {

    private final JsonNode value;
    private final String path;
    private final Findings findings;

    private Field(JsonNode value, String path, Findings findings) {
        this.value = value;
        this.path = path;
        this.findings = findings;
    }

    static Field root(JsonNode document, Findings findings) {
        return new Field(document, "", findings);
    }

    /** A value of null is as good as none. */
    boolean present() {
        return !value.isMissingNode() && !value.isNull();
    }

    void refuse(String rule, String hint) {
        findings.refuse(path, rule, hint);
    }

    /** Keeps a location that this value names. */
    void locate(S3Location location) {
        findings.locate(path, location);
    }

    /** The member of that name, there or not. */
    Field at(String name) {
        JsonNode member = value.isObject() && value.has(name) ? value.get(name) : MissingNode.getInstance();
        return new Field(member, path + "/" + name.replace("~", "~0").replace("/", "~1"), findings);
    }

    /** The member of that name, refused where it is not there. */
    Field required(String name, String example) {
        Field member = at(name);
        if (!member.present()) {
            member.refuse("is required", "write \"" + name + "\": " + example);
        }
        return member;
    }

    /** Whether it is an object; refused where it is something else, and with every member that is not known. */
    boolean object(String... known) {
        if (!isObject()) {
            return false;
        }
        List<String> names = Arrays.asList(known);
        value.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                at(name).refuse("there is no such field", Spelling.hint(name, names));
            }
        });
        return true;
    }

    /** Every member of an object with names of the sender's own, none where it is no object; a member of null is refused. */
    Map<String, Field> members() {
        var members = new LinkedHashMap<String, Field>();
        if (present() && isObject()) {
            value.fieldNames().forEachRemaining(name -> members.put(name, at(name).among()));
        }
        return members;
    }

    /** Every item of a list, none where it is no list; an item of null is refused. */
    List<Field> items() {
        var items = new ArrayList<Field>();
        if (present() && is(value.isArray(), "a list")) {
            for (int i = 0; i < value.size(); i++) {
                items.add(new Field(value.get(i), path + "/" + i, findings).among());
            }
        }
        return items;
    }

    /** The text; empty where there is none, refused where it is something else or blank. */
    Optional<String> text() {
        if (!present() || !is(value.isTextual(), "a text")) {
            return Optional.empty();
        }
        if (value.textValue().isBlank()) {
            refuse("must not be blank", "write a text, or remove the field");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** The whole number; refused where it is something else or out of bounds. */
    Optional<Integer> whole(int least, int most, String hint) {
        if (!present() || !is(value.isIntegralNumber(), "a whole number")) {
            return Optional.empty();
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            refuse("must be from " + least + " to " + most + ", not " + value, hint);
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /** Refuses what is neither true nor false. */
    void truth() {
        is(value.isBoolean() || !present(), "true or false");
    }

    Optional<Double> number() {
        return present() && is(value.isNumber(), "a number") ? Optional.of(value.doubleValue()) : Optional.empty();
    }

    /** Whether it is an object; refused where it is something else. */
    boolean isObject() {
        return is(value.isObject(), "an object");
    }

    /** A null among others cannot be left out for the sender: something else may have been meant. */
    private Field among() {
        if (value.isNull()) {
            refuse("must not be null", "write a value, or remove it");
        }
        return this;
    }

    private boolean is(boolean so, String kind) {
        if (!so) {
            refuse("must be " + kind + ", not " + found(), example(kind));
        }
        return so;
    }

    private String found() {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "the number " + value;
            case BOOLEAN -> "the word " + value;
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case NULL, MISSING -> "nothing";
            case BINARY -> "bytes";
        };
    }

    private String example(String kind) {
        return switch (kind) {
            case "a text" -> value.isValueNode() ? "write \"" + value.asText() + "\"" : "write a text in quotes";
            case "a list" -> value.isValueNode() ? "write [" + value + "]" : "write a list in [ ]";
            case "an object" -> "write fields in { }";
            default -> "write the number without quotes";
        };
    }
}
