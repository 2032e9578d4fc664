package io.trainyard.ledger.domain;

import io.trainyard.events.Event;
import io.trainyard.events.Releasing;
import io.trainyard.events.StepFact;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import java.util.Optional;

/**
 * Where an open run was last seen: the step that could have been under way, and the newest event that tells of it. That names the service
 * that had it last, and shows an event that nobody heard.
 *
 * @param step all before it are done, and it is not
 * @param words service, event and time, for people
 */
record LastSeen(PlannedStep step, String words) {

    static LastSeen of(JobFile file, Position at) {
        PlannedStep step = at.plan().steps().stream()
                .filter(planned -> !at.done().containsKey(planned.step()) && at.ready(planned))
                .findFirst()
                .orElseGet(() -> at.plan().step(at.plan().sink()).orElseThrow());
        return new LastSeen(step, words(file, at, step));
    }

    private static String words(JobFile file, Position at, PlannedStep step) {
        String in = "it was last seen in step " + step.step() + " (" + step.kind() + ")";
        Optional<Event> newest = file.ofRun(at.run()).stream()
                .filter(event -> tellsOf(event, step.step()))
                .reduce((older, newer) -> newer);
        return newest.map(event -> in + ": " + who(file, event) + " said " + event.name() + " at "
                        + event.metadata().occurredAt() + unheard(event, step))
                .orElse(in);
    }

    private static boolean tellsOf(Event event, String step) {
        return event.fact() instanceof StepFact fact && fact.step().equals(step)
                || event instanceof Releasing releasing
                        && (releasing.route().awaited().contains(step)
                                || releasing.route().next().stream()
                                        .map(Release::step)
                                        .anyMatch(step::equals));
    }

    private static String who(JobFile file, Event event) {
        return file.source(event)
                .map(source -> source.replaceFirst("^trainyard\\.", ""))
                .orElse("a service");
    }

    private static String unheard(Event event, PlannedStep step) {
        boolean released =
                !(event.fact() instanceof StepFact fact && fact.step().equals(step.step()));
        return released
                ? ", which released it, and nothing was heard of it since"
                : ", and nothing was heard of it since";
    }
}
