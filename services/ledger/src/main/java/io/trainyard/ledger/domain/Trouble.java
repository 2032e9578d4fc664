package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.Event;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.StepFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a run was lost (A13).
 *
 * @param error the event that lost it, such as {@code training-failed}
 * @param errorStep the step that failed, or where the run was last seen
 * @param errorCause what went wrong, as its origin said it
 * @param failureClass whose fault it is
 * @param nextAction what a person can do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trouble(
        @Nullable String error,
        @Nullable String errorStep,
        @Nullable String errorCause,
        @Nullable FailureClass failureClass,
        @Nullable String nextAction) {

    static final Trouble NONE = new Trouble(null, null, null, null, null);

    static Trouble of(JobFile file, int run) {
        return file.facts(run, JobFailed.class).stream()
                .findFirst()
                .map(failed -> new Trouble(
                        origin(file, run).map(Event::name).orElse("job-failed"),
                        failed.step(),
                        failed.failure().cause(),
                        failed.failure().type(),
                        failed.failure().nextAction()))
                .orElse(NONE);
    }

    private static Optional<Event> origin(JobFile file, int run) {
        return file.ofRun(run).stream()
                .filter(event -> event.fact() instanceof StepFailure || event.fact() instanceof JobDeadlinePassed)
                .findFirst();
    }
}
