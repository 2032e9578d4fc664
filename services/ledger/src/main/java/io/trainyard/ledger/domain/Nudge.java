package io.trainyard.ledger.domain;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.StepReleased;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said again for a run that somebody nudges: its verdict, or the last release of each step that is not done. */
public final class Nudge {

    private Nudge() {}

    /** The events, under the ids that a release or a verdict always has: to whom has heard them they are copies. */
    public static List<Event> of(JobFile file, int run, Event asked, Instant now) {
        return file.verdict(run)
                .map(verdict -> List.<Event>of(verdict.event()))
                .orElseGet(() -> file.position(run)
                        .map(at -> releases(file, at, asked, now))
                        .orElse(List.of()));
    }

    private static List<Event> releases(JobFile file, Position at, Event asked, Instant now) {
        Map<String, Release> last = new LinkedHashMap<>();
        for (Event event : file.ofRun(at.run())) {
            if (event instanceof Releasing releasing) {
                releasing
                        .route()
                        .next()
                        .forEach(next -> last.merge(
                                next.step(), next, (one, other) -> one.attempt() > other.attempt() ? one : other));
            }
        }
        last.keySet().removeAll(at.done().keySet());
        var events = new ArrayList<Event>();
        last.values()
                .forEach(release -> events.add(new Releasing(
                        metadata(file.jobId(), at.run(), release, asked, now),
                        at.release(release),
                        new StepReleased("nudged: said again for whoever has not heard it", null))));
        return events;
    }

    private static Metadata metadata(String jobId, int run, Release release, Event asked, Instant now) {
        EventType type = EventType.STEP_RELEASED;
        return new Metadata(
                EventIds.ofStep(jobId, run, release.step(), release.attempt(), type),
                jobId,
                asked.metadata().id(),
                asked.metadata().correlationId(),
                now,
                type.version());
    }
}
