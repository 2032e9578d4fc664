package io.trainyard.notices.domain;

import java.util.Map;
import java.util.Objects;

/**
 * Something that a person has to look at.
 *
 * @param id that of the event: a second copy carries the same
 * @param subject one line of at most 100 printable characters, as SNS takes it
 * @param text for people
 * @param fields the same for programs, by name: job, step, class, cause, nextAction, runbook
 */
public record Notice(String id, String subject, String text, Map<String, String> fields) {

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        fields = Map.copyOf(fields);
    }
}
