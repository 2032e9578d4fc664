package io.trainyard.tests.watchdog;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One caller with many steps at once, and others with one each. */
final class Crowd {

    private final Surroundings surroundings;
    private final CreateRate rate;
    private final List<String> settings;

    Crowd(Surroundings surroundings, CreateRate rate, List<String> settings) {
        this.surroundings = surroundings;
        this.rate = rate;
        this.settings = new ArrayList<>(rate.settings());
        this.settings.addAll(settings);
    }

    /** @return whether all held */
    boolean run(int steps, int callers, Duration within, Duration limit) throws IOException {
        try (Scene scene = Scene.open(surroundings, settings)) {
            Instant began = scene.now();
            List<AskedJob> jobs = new ArrayList<>();
            for (int number = 1; number <= steps; number++) {
                jobs.add(scene.ask("acme.crowd", "crowd-" + number));
            }
            surroundings
                    .out()
                    .println("%d steps asked for in %d s"
                            .formatted(
                                    steps, Duration.between(began, scene.now()).toSeconds()));
            List<AskedJob> others = new ArrayList<>();
            Duration apart = rate.time(steps).dividedBy(callers + 2L);
            for (int number = 1; number <= callers; number++) {
                scene.await(jobs, began.plus(apart.multipliedBy(number)));
                others.add(scene.ask("acme.other-" + number, "other-" + number));
            }
            jobs.addAll(others);
            scene.await(jobs, began.plus(limit));
            surroundings
                    .out()
                    .println("took %d s"
                            .formatted(Duration.between(began, scene.now()).toSeconds()));
            var verdict = CreateCount.of(jobs, others, scene.ledger());
            verdict.waits().forEach(surroundings.out()::println);
            boolean held = verdict.holds(rate, within) && scene.finished() == jobs.size() && scene.deadLetters() == 0;
            surroundings
                    .out()
                    .println("%d of %d finished, %s, dead letters %d: %s"
                            .formatted(
                                    scene.finished(),
                                    jobs.size(),
                                    verdict.line(),
                                    scene.deadLetters(),
                                    held ? "held" : "NOT HELD"));
            return held;
        }
    }
}
