package io.trainyard.events;

import java.util.Objects;

/**
 * A parked message waits no longer: a person has sent it back to its service, or has given it up.
 *
 * @param parked the id of the {@code message-parked} that it ends
 * @param letter under which the desk keeps the message
 * @param outcome {@code replayed} or {@code discarded}
 * @param by who decided
 */
public record MessageUnparked(String parked, String letter, String outcome, String by) implements UnroutedFact {

    public MessageUnparked {
        Objects.requireNonNull(parked, "parked");
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(by, "by");
    }
}
