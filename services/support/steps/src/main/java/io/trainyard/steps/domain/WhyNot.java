package io.trainyard.steps.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every way in which AWS says no, in one place: create errors, the failure reasons of training jobs and those of endpoints. AWS's
 * words come in any case and wrapped in others, and an error's name alone does not tell: "already exists" and "not found" are
 * {@code ValidationException}s for some operations and names of their own for others (protocol, section 7).
 */
public enum WhyNot {
    /** A resource of that name is there: by an earlier delivery, or somebody else's. */
    ALREADY_EXISTS,
    /** There is no such resource. */
    NOT_FOUND,
    /** AWS has none to give now. */
    CAPACITY,
    /** The account may not have more of it. */
    QUOTA,
    /** Too many calls: the same call will succeed later. */
    THROTTLING,
    /** Spot capacity was reclaimed, or did not come within the time that the job would wait. */
    SPOT,
    /** The request can never succeed as it stands. */
    CALLER,
    /** AWS failed, or says nothing that we understand. */
    PLATFORM,
    /** A defect of Trainyard: a permission that its deployment lacks. */
    OURS;

    /** InvokeEndpoint's words for an endpoint that is gone, or not yet in service everywhere. */
    private static final Pattern UNKNOWN_ENDPOINT = Pattern.compile("^endpoint \\S+ of account \\d+ not found");

    /** Reads the error of a call by its code and message. */
    public static WhyNot ofError(String code, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        String name = code.toLowerCase(Locale.ROOT);
        if (name.startsWith("resourceinuse") || says(words, "already existing", "already exists")) {
            return ALREADY_EXISTS;
        }
        if (name.startsWith("resourcenotfound")
                || says(words, "requested resource not found", "could not find", "record not found")
                || UNKNOWN_ENDPOINT.matcher(words).find()) {
            return NOT_FOUND;
        }
        if (name.startsWith("resourcelimitexceeded")) {
            return QUOTA;
        }
        if (throttles(name + " " + words)) {
            return THROTTLING;
        }
        return lacksCapacity(name + " " + words) ? CAPACITY : byName(name);
    }

    /** Reads the {@code FailureReason} of a training job that ended. */
    public static WhyNot ofTrainingReason(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.startsWith("algorithmerror")) {
            return CALLER;
        }
        if (says(words, "maxwaittimeexceeded", "spot interruption", "spot capacity", "interrupted")) {
            return SPOT;
        }
        WhyNot supply = supply(words);
        if (supply != PLATFORM) {
            return supply;
        }
        return says(words, "internalservererror", "internal server error", "internalerror") ? PLATFORM : CALLER;
    }

    /** Reads the {@code FailureReason} of an endpoint that did not come into service. */
    public static WhyNot ofEndpointReason(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        WhyNot supply = supply(words);
        if (supply != PLATFORM) {
            return supply;
        }
        return says(words, "ping", "health check", "container", "model data", "image") ? CALLER : PLATFORM;
    }

    /** Capacity, quota or throttling; {@code PLATFORM} for anything else. */
    private static WhyNot supply(String words) {
        if (lacksCapacity(words)) {
            return CAPACITY;
        }
        if (says(words, "resourcelimitexceeded", "limit exceeded", "service limit", "quota")) {
            return QUOTA;
        }
        return throttles(words) ? THROTTLING : PLATFORM;
    }

    private static boolean lacksCapacity(String words) {
        return says(
                words,
                "capacityerror",
                "insufficientinstancecapacity",
                "insufficient capacity",
                "unable to provision requested ml compute capacity",
                "do not have sufficient capacity");
    }

    private static boolean throttles(String words) {
        return says(words, "throttling", "rate exceeded", "toomanyrequests", "requestlimitexceeded");
    }

    private static WhyNot byName(String name) {
        return switch (name) {
            case "validationexception", "validationerror", "invalidparametervalue", "invalidparameter" -> CALLER;
            case "accessdeniedexception", "accessdenied", "unrecognizedclientexception" -> OURS;
            default -> PLATFORM;
        };
    }

    private static boolean says(String words, String... any) {
        return Stream.of(any).anyMatch(words::contains);
    }
}
