package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.Event;
import io.trainyard.events.StepFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of the job, with what makes the tree: the event that led to it.
 *
 * @param source who said it, such as {@code trainyard.training}; null where that was not kept
 * @param causationId the id of the event that led to this one
 * @param run the run that it concerns; null for what concerns the job as a whole
 * @param step the step that it is about
 * @param attempt the attempt of that step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Heard(
        String id,
        String name,
        @Nullable String source,
        Instant at,
        String causationId,
        @Nullable Integer run,
        @Nullable String step,
        @Nullable Integer attempt) {

    static Heard of(Event event, JobFile file) {
        var run = JobFile.runOf(event);
        return new Heard(
                event.metadata().id(),
                event.name(),
                file.source(event).orElse(null),
                event.metadata().occurredAt(),
                event.metadata().causationId(),
                run.isPresent() ? Integer.valueOf(run.getAsInt()) : null,
                event.fact() instanceof StepFact fact ? fact.step() : null,
                event.fact() instanceof StepFact fact ? Integer.valueOf(fact.attempt()) : null);
    }
}
