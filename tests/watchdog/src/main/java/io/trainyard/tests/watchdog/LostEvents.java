package io.trainyard.tests.watchdog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Jobs at once, and some of which SageMaker never says a word. */
final class LostEvents {

    private static final String CALLER = "acme.orders";

    private final Surroundings surroundings;
    private final Watch watch;
    private final List<String> settings;

    LostEvents(Surroundings surroundings, Watch watch, List<String> settings) {
        this.surroundings = surroundings;
        this.watch = watch;
        this.settings = new ArrayList<>(watch.settings());
        // Only looks keep a pace here: what is shown is who looks.
        this.settings.add("TRAINYARD_RATES=*=1000/1000,Describe=1/30");
        this.settings.addAll(settings);
    }

    /** @return whether all held */
    boolean run(int count, int oneIn, Duration limit) throws IOException {
        try (Scene scene = Scene.open(surroundings, settings)) {
            ObjectNode faults = Json.object();
            var lost = faults.putArray("faults");
            for (int number = oneIn; number <= count; number += oneIn) {
                String id = scene.id(CALLER, name(number));
                lost.addObject().put("id", id).put("kind", "event-lost").put("name", scene.resources(id));
            }
            scene.misbehave(faults);
            Instant began = scene.now();
            List<AskedJob> jobs = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                jobs.add(scene.ask(CALLER, name(number)));
            }
            surroundings
                    .out()
                    .println("%d jobs asked for in %d s; every SageMaker event of %d of them is dropped"
                            .formatted(
                                    count, Duration.between(began, scene.now()).toSeconds(), lost.size()));
            scene.await(jobs, began.plus(limit));
            surroundings
                    .out()
                    .println("took %d s; events dropped: %d"
                            .formatted(Duration.between(began, scene.now()).toSeconds(), scene.struck()));
            var verdict = LookCount.of(jobs, scene.ledger(), watch);
            boolean held = verdict.holds() && scene.finished() == count && scene.deadLetters() == 0;
            verdict.wrong().forEach(surroundings.out()::println);
            surroundings
                    .out()
                    .println("%d of %d finished, %s, dead letters %d: %s"
                            .formatted(
                                    scene.finished(),
                                    count,
                                    verdict.line(),
                                    scene.deadLetters(),
                                    held ? "held" : "NOT HELD"));
            return held;
        }
    }

    private static String name(int number) {
        return "lost-" + number;
    }
}
