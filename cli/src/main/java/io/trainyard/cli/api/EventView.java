package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One event of a job.
 *
 * @param id the event's own
 * @param name such as {@code training-completed}
 * @param source who said it, such as {@code trainyard.training}; empty where that is not known
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

    /** The events of a list, those that stand inside others under {@code caused} too, the earliest first. */
    public static List<EventView> all(JsonNode events) {
        List<EventView> found = new ArrayList<>();
        collect(events, found);
        found.sort(Comparator.comparing(event -> event.at().orElse("")));
        return List.copyOf(found);
    }

    private static void collect(JsonNode events, List<EventView> found) {
        for (JsonNode event : events) {
            found.add(of(event));
            collect(event.path("caused"), found);
        }
    }

    private static EventView of(JsonNode event) {
        return new EventView(
                Json.text(event, "id").orElse(""),
                Json.text(event, "name").orElse("?"),
                Json.text(event, "source").orElse(""),
                Json.text(event, "at"),
                Json.text(event, "step"),
                Json.text(event, "attempt"),
                Json.text(event, "causationId"));
    }

    /** The same below another event. */
    EventView causedBy(Optional<String> other) {
        return new EventView(id, name, source, at, step, attempt, other);
    }

    /** The step and attempt it is about in a few letters. */
    public String subject() {
        return step.map(name -> name + attempt.map(number -> " #" + number).orElse(""))
                .orElse("");
    }
}
