package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.util.Optional;

/**
 * One event of a job.
 *
 * @param id the event's own
 * @param name such as {@code training-completed}
 * @param source who said it, such as {@code trainyard.training}
 * @param at when, as an ISO instant
 * @param step the step it is about; empty for events about the whole job
 * @param attempt the attempt of that step
 * @param causationId the event that led to it; empty for the first
 */
public record EventView(
        String id,
        String name,
        String source,
        Optional<String> at,
        Optional<String> step,
        Optional<String> attempt,
        Optional<String> causationId) {

    /** Reads one element of {@code GET /jobs/{id}/events}. */
    public static EventView of(JsonNode event) {
        return new EventView(
                Json.text(event, "id").orElse(""),
                Json.text(event, "name").orElse("?"),
                Json.text(event, "source").orElse("?"),
                Json.text(event, "at"),
                Json.text(event, "step"),
                Json.text(event, "attempt"),
                Json.text(event, "causationId"));
    }

    /** The step and attempt it is about in a few letters. */
    public String subject() {
        return step.map(name -> name + attempt.map(number -> " #" + number).orElse(""))
                .orElse("");
    }
}
