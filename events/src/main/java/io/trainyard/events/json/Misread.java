package io.trainyard.events.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.trainyard.events.route.Plan;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        if (e instanceof InvalidFormatException format) {
            return expected(format.getTargetType()) + " is expected, not " + format.getValue();
        }
        if (e instanceof MismatchedInputException mismatch) {
            return expected(mismatch.getTargetType()) + " is expected";
        }
        return e.getOriginalMessage();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(Json::tree).toList();
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-20T14:10:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) || type == Plan.class ? "a list" : "an object";
    }
}
