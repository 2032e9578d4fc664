package io.trainyard.steps.app;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Fact;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.Standing;
import io.trainyard.events.StandingFact;
import io.trainyard.events.StepReleased;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.Route;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Turns what became of an attempt into events, under ids that are the same however often they are said. */
final class Sayings {

    private final Clock clock;

    Sayings(Clock clock) {
        this.clock = clock;
    }

    Event standing(Attempt attempt, StandingFact fact) {
        return standing(attempt, fact, "");
    }

    /** @param apart follows the step's name in the draw of the id, where an attempt says an event of this name for another reason too */
    Event standing(Attempt attempt, StandingFact fact, String apart) {
        return new Standing(metadata(attempt, fact, apart), attempt.position(), fact);
    }

    List<Event> outcome(Attempt attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed ->
                List.of(new Standing(
                        metadata(attempt, failed.fact()), attempt.position().lost(), failed.fact()));
            case Outcome.Deferred deferred -> List.of(standing(attempt, deferred.fact()));
            case Outcome.Succeeded succeeded -> success(attempt, succeeded);
        };
    }

    private List<Event> success(Attempt attempt, Outcome.Succeeded succeeded) {
        List<Route> routes = attempt.position().complete(attempt.key().step(), succeeded.output());
        var events = new ArrayList<Event>();
        Metadata first = metadata(attempt, succeeded.fact());
        events.add(new Releasing(first, routes.getFirst(), succeeded.fact()));
        for (Route further : routes.subList(1, routes.size())) {
            Release release = further.next().getFirst();
            String id = EventIds.ofStep(
                    first.jobId(), attempt.key().run(), release.step(), release.attempt(), EventType.STEP_RELEASED);
            var metadata = new Metadata(
                    id,
                    first.jobId(),
                    first.id(),
                    first.correlationId(),
                    first.occurredAt(),
                    EventType.STEP_RELEASED.version());
            events.add(new Releasing(metadata, further, new StepReleased("more steps than one event carries", null)));
        }
        return events;
    }

    private Metadata metadata(Attempt attempt, Fact fact) {
        return metadata(attempt, fact, "");
    }

    private Metadata metadata(Attempt attempt, Fact fact, String apart) {
        EventType type = EventType.of(fact);
        var key = attempt.key();
        return new Metadata(
                EventIds.ofStep(key.jobId(), key.run(), key.step() + apart, key.attempt(), type),
                key.jobId(),
                attempt.cause().causationId(),
                attempt.cause().correlationId(),
                clock.instant(),
                type.version());
    }
}
