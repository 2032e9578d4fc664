package io.trainyard.letters.domain;

import io.trainyard.events.EventIds;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Why letters wait. Letters that differ only in ids, names and numbers have one cause, and one cure.
 *
 * @param service who could not handle them
 * @param event what they are
 * @param failureClass what kind of failure it was: an exception's name, or {@code no verdict}
 * @param message the failure in words, with ids, names and numbers replaced
 */
public record Cause(String service, String event, String failureClass, String message) {

    /** Words of eight letters or more with a digit in them: ids, hashes, resource names, addresses. */
    private static final Pattern NAMES = Pattern.compile("(?<![\\w-])(?=[\\w-]*\\d)[\\w-]{8,}");

    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    public Cause {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(failureClass, "failureClass");
        Objects.requireNonNull(message, "message");
    }

    /** Reads a cause as services write it: {@code <class>: <message>}. */
    public static Cause of(String service, String event, String said) {
        int colon = said.indexOf(':');
        String failureClass = colon > 0 ? said.substring(0, colon) : said;
        String message = colon > 0 ? said.substring(colon + 1).strip() : "";
        String nameless = NAMES.matcher(message).replaceAll("#");
        return new Cause(service, event, failureClass, NUMBERS.matcher(nameless).replaceAll("#"));
    }

    /** 16 hexadecimal digits: the same for the same cause. */
    public String fingerprint() {
        return EventIds.digest(service, event, failureClass, message).substring(0, 16);
    }
}
