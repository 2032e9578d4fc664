package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.Event;
import io.trainyard.events.StepFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of the job, with what makes the tree: the event that led to it.
 *
 * @param causationId the id of the event that led to this one
 * @param run the run that it concerns; null for what concerns the job as a whole
 * @param step the step that it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Heard(
        String id,
        String name,
        Instant at,
        String causationId,
        @Nullable Integer run,
        @Nullable String step) {

    static Heard of(Event event) {
        var run = JobFile.runOf(event);
        return new Heard(
                event.metadata().id(),
                event.name(),
                event.metadata().occurredAt(),
                event.metadata().causationId(),
                run.isPresent() ? Integer.valueOf(run.getAsInt()) : null,
                event.fact() instanceof StepFact fact ? fact.step() : null);
    }
}
