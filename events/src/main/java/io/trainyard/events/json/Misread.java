package io.trainyard.events.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Puts into one sentence where a document could not be read, and why. */
final class Misread {

    private Misread() {}

    static UnreadableEvent as(Class<?> type, JsonProcessingException e) {
        return new UnreadableEvent("not a " + type.getSimpleName() + where(e) + ": " + why(e), e);
    }

    private static String where(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream().map(Misread::segment).collect(Collectors.joining("/", " at /", ""));
        }
        return "";
    }

    private static String segment(JsonMappingException.Reference reference) {
        return reference.getFieldName() != null ? reference.getFieldName() : Integer.toString(reference.getIndex());
    }

    /** What a constructor objected to, where it was one: its own words are better than those around them. */
    private static String why(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() instanceof NullPointerException missing) {
            return missing.getMessage() == null ? "a value is missing" : missing.getMessage() + " is missing";
        }
        if (e instanceof ValueInstantiationException && e.getCause() instanceof RuntimeException objection) {
            return String.valueOf(objection.getMessage());
        }
        String reason = e.getOriginalMessage();
        int advice = reason.indexOf(" (set DeserializationConfig");
        return advice < 0 ? reason : "a number or boolean is missing";
    }
}
