package io.trainyard.lambda;

import io.trainyard.events.json.Json;

/**
 * A call that a function made.
 *
 * @param operation its name, or its path where AWS has no name in the request
 * @param body as it was sent
 */
public record CallOfAws(String operation, String body) {

    static CallOfAws of(String call) {
        int space = call.indexOf(' ');
        return new CallOfAws(call.substring(0, space), call.substring(space + 1));
    }

    /** The operation with what it is about: the sort key of a row, the name of an event. */
    String subject() {
        return switch (operation) {
            case "PutItem" -> operation + " " + at("/Item/sk/S");
            case "UpdateItem" -> operation + " " + at("/Key/sk/S");
            case "PutEvents" -> operation + " " + at("/Entries/0/DetailType");
            default -> operation;
        };
    }

    /** What the body has there, as text; empty where it has nothing. */
    public String at(String pointer) {
        return Json.tree(body).at(pointer).asText();
    }
}
