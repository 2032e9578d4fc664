package io.trainyard.intake.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.intake.domain.Refusal;
import io.trainyard.steps.domain.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of runs and refusals has to do; run on the fakes and on the adapters. */
public abstract class RunsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    /** An empty store. */
    protected abstract Runs runs();

    /** An empty store, which may be the same table. */
    protected abstract Refusals refusals();

    @Test
    void findsARunAsItWasOpened() {
        Runs runs = runs();
        OpenedRun run = run("job1", 1);

        assertThat(runs.open(run)).isTrue();
        assertThat(runs.find("job1", 1)).contains(run);
        assertThat(runs.find("job1", 2)).isEmpty();
        assertThat(runs.find("job2", 1)).isEmpty();
    }

    @Test
    void opensARunOnce() {
        Runs runs = runs();
        OpenedRun first = run("job1", 1);
        runs.open(first);

        assertThat(runs.open(first.next("ann", "resume", first.position().plan(), NOON)))
                .isTrue();
        assertThat(runs.open(first.next("bob", "again", first.position().plan(), NOON)))
                .isFalse();
        assertThat(runs.find("job1", 2).orElseThrow().requestedBy()).isEqualTo("ann");
    }

    @Test
    void remembersThatARunIsSaid() {
        Runs runs = runs();
        OpenedRun run = run("job1", 1);
        runs.open(run);
        runs.said("job1", 1);
        runs.said("job1", 1);

        assertThat(runs.find("job1", 1)).contains(run.marked());
    }

    @Test
    void keepsTheFirstNoOfARequest() {
        Refusals refusals = refusals();
        Refusal first = refusal("is required");
        refusals.keep(first);
        refusals.keep(refusal("is something else"));

        assertThat(refusals.find("job1", "hash")).contains(first);
        assertThat(refusals.find("job1", "other")).isEmpty();
        refusals.said("job1", "hash");
        assertThat(refusals.find("job1", "hash")).contains(first.marked());
    }

    private static OpenedRun run(String jobId, int run) {
        var step = new PlannedStep("train", "training", List.of(), Json.tree(Map.of("image", "trainyard/trainer")));
        Position start = Position.start(run, NOON.plusSeconds(60), Plan.draw(List.of(step)));
        var cause = new Cause("request", "request");
        return new OpenedRun(
                jobId, "hash", "penguins", "shop.orders", start, Duration.ofSeconds(60), NOON, cause, false);
    }

    private static Refusal refusal(String rule) {
        var violation = new Violation("/name", rule, "write one");
        return new Refusal(
                "job1", "hash", "shop.orders", List.of(violation), NOON, new Cause("request", "request"), false);
    }
}
