package io.trainyard.ledger.domain;

import io.trainyard.events.JobDelayed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a step waits for.
 *
 * @param step which of its steps
 * @param nextTryAt when it is tried again at the latest
 * @param reason in words
 */
public record Waiting(String step, Instant nextTryAt, String reason) {

    /** The steps that wait now, the earliest next try first. */
    static List<Waiting> of(JobFile file, int run, List<StepState> steps) {
        return steps.stream()
                .filter(step -> step.state().equals("waiting"))
                .flatMap(step -> last(file, run, step.step()).stream())
                .map(delay -> new Waiting(delay.step(), delay.nextTryAt(), delay.reason()))
                .sorted(Comparator.comparing(Waiting::nextTryAt))
                .toList();
    }

    private static Optional<JobDelayed> last(JobFile file, int run, String step) {
        return file.facts(run, JobDelayed.class).stream()
                .filter(delay -> delay.step().equals(step))
                .reduce((earlier, later) -> later);
    }
}
