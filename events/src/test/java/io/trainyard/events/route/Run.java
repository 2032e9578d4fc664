package io.trainyard.events.route;

import io.trainyard.events.EventIds;
import io.trainyard.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A whole run by the rules of the protocol's second section, with every service reduced to what its events say: events lie in a
 * bag, are taken in any order and delivered up to three times; a step is claimed by its name, so that a second release does
 * nothing; joins keeps one item per step and releases it when all branches are in.
 */
final class Run {

    /** An event on the bus: a second copy has the same id. */
    record Said(String id, Route route) {}

    private final Random random;
    private final List<Said> bag = new ArrayList<>();
    private final Set<String> delivered = new HashSet<>();
    private final Map<String, Position> items = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    /** The ids of the events that released a step, by step. */
    final Map<String, Set<String>> released = new HashMap<>();

    final Set<String> ends = new HashSet<>();
    final Set<String> early = new HashSet<>();
    int mostInOneEvent;

    Run(Plan plan, long seed) {
        this.random = new Random(seed);
        sayAll("accepted", Position.start(1, Instant.EPOCH, plan).open());
        while (!bag.isEmpty()) {
            Said said = bag.get(random.nextInt(bag.size()));
            if (random.nextInt(3) > 0) {
                bag.remove(said);
            }
            hear(said);
        }
    }

    private void sayAll(String cause, List<Route> routes) {
        for (int i = 0; i < routes.size(); i++) {
            String id = EventIds.ofStep("job", 1, cause, i, EventType.STEP_RELEASED);
            Said said = new Said(id, routes.get(i));
            if (delivered.add(id)) {
                bag.add(said);
            }
        }
    }

    private void hear(Said said) {
        Route route = said.route();
        mostInOneEvent = Math.max(mostInOneEvent, route.next().size());
        if (route.end()) {
            ends.add(said.id());
        }
        route.next().forEach(release -> start(said, release));
        route.awaited().forEach(step -> join(route.position(), step));
    }

    private void start(Said said, Release release) {
        Position at = said.route().position();
        PlannedStep step = at.plan().step(release.step()).orElseThrow();
        released.computeIfAbsent(step.step(), name -> new HashSet<>()).add(said.id());
        if (!at.ready(step)) {
            early.add(step.step());
        }
        if (claimed.add(step.step())) {
            finish(at, step.step());
        }
    }

    private void finish(Position at, String step) {
        sayAll("done " + step, at.complete(step, StepOutput.deployed("endpoint-of-" + step)));
    }

    /** Gathers what the branches know in one update, and releases from what the update returns, under the same id. */
    private void join(Position arriving, String name) {
        Position gathered = items.merge(name, arriving, Position::merge);
        PlannedStep step = gathered.plan().step(name).orElseThrow();
        if (!gathered.ready(step)) {
            return;
        }
        if (step.kind().equals(PlannedStep.END)) {
            released.computeIfAbsent(name, any -> new HashSet<>()).add("joined " + name);
            if (claimed.add(name)) {
                finish(gathered, name);
            }
            return;
        }
        sayAll("joined " + name, List.of(gathered.release(Release.first(step))));
    }
}
