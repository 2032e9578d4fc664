package io.trainyard.simulation;

import io.trainyard.intake.app.DeadlineTimers;
import io.trainyard.intake.app.Refusals;
import io.trainyard.intake.app.Runs;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.intake.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Intake's tables and timers. */
final class SimulatedDoor implements Runs, Refusals, DeadlineTimers {

    private final Stage stage;
    private final BiConsumer<String, Integer> deadline;
    private final Consumer<OpenedRun> whenOpened;
    private final Map<String, OpenedRun> runs = new LinkedHashMap<>();
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final Set<String> timers = new HashSet<>();

    /** @param opened hears of every run that is opened */
    SimulatedDoor(Stage stage, BiConsumer<String, Integer> deadline, Consumer<OpenedRun> opened) {
        this.stage = stage;
        this.deadline = deadline;
        this.whenOpened = opened;
    }

    @Override
    public Optional<OpenedRun> find(String jobId, int run) {
        return Optional.ofNullable(runs.get(jobId + "#" + run));
    }

    @Override
    public boolean open(OpenedRun run) {
        boolean fresh = runs.putIfAbsent(run.jobId() + "#" + run.run(), run) == null;
        if (fresh) {
            whenOpened.accept(run);
        }
        return fresh;
    }

    @Override
    public void said(String jobId, int run) {
        runs.computeIfPresent(
                jobId + "#" + run,
                (same, opened) -> new OpenedRun(
                        opened.jobId(),
                        opened.hash(),
                        opened.name(),
                        opened.requestedBy(),
                        opened.position(),
                        opened.allowed(),
                        opened.openedAt(),
                        opened.cause(),
                        true));
    }

    @Override
    public Optional<Refusal> find(String jobId, String hash) {
        return Optional.ofNullable(refusals.get(jobId + "#" + hash));
    }

    @Override
    public void keep(Refusal refusal) {
        refusals.putIfAbsent(refusal.jobId() + "#" + refusal.hash(), refusal);
    }

    @Override
    public void said(String jobId, String hash) {
        refusals.computeIfPresent(
                jobId + "#" + hash,
                (same, no) -> new Refusal(
                        no.jobId(), no.hash(), no.requestedBy(), no.violations(), no.refusedAt(), no.cause(), true));
    }

    @Override
    public void set(String jobId, int run, Instant at) {
        if (timers.add(jobId + "#" + run)) {
            Duration left = Duration.between(stage.clock().instant(), at);
            stage.in(left, () -> "deadline of " + jobId + " run " + run, () -> deadline.accept(jobId, run));
        }
    }

    Collection<OpenedRun> opened() {
        return runs.values();
    }
}
