package io.trainyard.letters.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A message as it came out of a dead-letter queue.
 *
 * @param service whose dead-letter queue it was
 * @param messageId of the message that died; a second copy of one dead letter has the same
 * @param cause as the service said it; {@link #NO_VERDICT} where SQS moved the message alone
 * @param letter the letter that was replayed with this message; empty for one that dies for the first time
 */
public record Arrival(String service, String messageId, String body, String cause, Optional<String> letter) {

    /** The function crashed or ran out of time on the message. */
    public static final String NO_VERDICT = "no verdict";

    public Arrival {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(letter, "letter");
    }
}
