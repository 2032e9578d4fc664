package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.trainyard.events.Violation;
import io.trainyard.events.route.PlannedStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a job: the whole story so far, as one document.
 *
 * @param name the label that the sender gave it; its id until that is known
 * @param status of the newest run
 * @param run the newest; 0 while none is open
 * @param requestedBy who asked for it
 * @param until the newest run's deadline
 * @param history every status of every run, with the time it was reached
 * @param artifacts what it has made so far
 * @param trouble why the newest run was lost
 * @param violations why it was refused, or the resume of its newest run was
 * @param waiting what its steps wait for, the earliest next try first
 * @param parked its messages that wait for a person
 * @param plan what the newest run does, as it was drawn: what a resume changes values of
 * @param steps every step of the newest run
 * @param billableSeconds what SageMaker bills for each instance of the training of all runs
 * @param events every event, oldest first; of a job that waits for days, the oldest and the newest
 * @param eventsLeftOut how many there are between those; a record has to fit into 400 KB
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobRecord(
        String jobId,
        String name,
        JobStatus status,
        int run,
        @Nullable String requestedBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant until,
        List<StatusAt> history,
        Artifacts artifacts,
        @JsonUnwrapped Trouble trouble,
        List<Violation> violations,
        List<Waiting> waiting,
        List<Parked> parked,
        List<PlannedStep> plan,
        List<StepState> steps,
        long billableSeconds,
        List<Heard> events,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int eventsLeftOut) {

    private static final int OLDEST = 100;
    private static final int NEWEST = 400;

    public JobRecord {
        history = List.copyOf(history);
        violations = List.copyOf(violations);
        waiting = List.copyOf(waiting);
        parked = List.copyOf(parked);
        plan = plan == null ? List.of() : List.copyOf(plan);
        steps = List.copyOf(steps);
        events = List.copyOf(events);
    }

    /** The same with no more events than fit. */
    JobRecord shortened() {
        int surplus = events.size() - OLDEST - NEWEST;
        if (surplus <= 0) {
            return this;
        }
        var kept = new ArrayList<>(events.subList(0, OLDEST));
        kept.addAll(events.subList(OLDEST + surplus, events.size()));
        return new JobRecord(
                jobId,
                name,
                status,
                run,
                requestedBy,
                createdAt,
                updatedAt,
                until,
                history,
                artifacts,
                trouble,
                violations,
                waiting,
                parked,
                plan,
                steps,
                billableSeconds,
                kept,
                surplus);
    }
}
