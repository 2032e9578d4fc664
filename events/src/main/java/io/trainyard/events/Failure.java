package io.trainyard.events;

import java.util.Objects;

/**
 * Why something failed, in words for the person who has to act.
 *
 * @param type whose fault it is, which decides what happens next
 * @param cause what went wrong, as its origin said it
 * @param nextAction what a person can do about it
 */
public record Failure(FailureClass type, String cause, String nextAction) {

    public Failure {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(nextAction, "nextAction");
    }
}
