package io.trainyard.simulation;

import io.trainyard.events.Failure;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.app.TrainingJobs;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SageMaker's training jobs: they take their time, fail, are reclaimed or never begin, and end when they are stopped. */
final class SimulatedTraining implements TrainingJobs {

    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration SLOW = Duration.ofHours(12);

    private static final class Job {
        boolean stopping;

        @Nullable
        TrainingEnd end;

        boolean runs() {
            return end == null;
        }
    }

    private final Stage stage;
    private final Supply supply;
    private final Creations creations;
    private final SageMakerEvents events;
    private final Consumer<AttemptKey> launching;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, Instant> created = new LinkedHashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private int lists;

    /** @param launching hears of every attempt whose job is really made */
    SimulatedTraining(
            Stage stage, Supply supply, Creations creations, SageMakerEvents events, Consumer<AttemptKey> launching) {
        this.stage = stage;
        this.supply = supply;
        this.creations = creations;
        this.events = events;
        this.launching = launching;
    }

    @Override
    public Optional<Failure> create(TrainingJob asked) {
        creations.asked("training job", asked.key(), asked.name());
        if (jobs.containsKey(asked.name())) {
            return Optional.empty();
        }
        supply.alone(asked.key(), key -> runs(key.resource(Services.PREFIX)));
        Optional<Failure> none = supply.refusal(asked.instanceType());
        if (none.isPresent()) {
            return none;
        }
        launching.accept(asked.key());
        var job = new Job();
        jobs.put(asked.name(), job);
        created.put(asked.name(), stage.clock().instant());
        TrainingEnd end = end(asked);
        if (stage.strikes(Fault.SAGEMAKER_EVENT_EARLY)) {
            end(asked.name(), job, end, events.early());
        } else if (!stage.strikes(Fault.STUCK_START)) {
            Duration begins = stage.strikes(Fault.SLOW_START) ? stage.chance().upTo(SLOW) : Duration.ZERO;
            Duration takes = begins.plus(stage.chance().upTo(LONGEST));
            stage.in(takes, () -> "training of " + asked.name() + " ends", () -> {
                if (!job.stopping) {
                    end(asked.name(), job, end, events);
                }
            });
        }
        return Optional.empty();
    }

    private TrainingEnd end(TrainingJob asked) {
        if (!supply.give(asked.instanceType(), asked.name())) {
            return TrainingEnd.LACKING;
        }
        if (asked.spot() && stage.strikes(Fault.SPOT_RECLAIMED)) {
            return TrainingEnd.RECLAIMED;
        }
        if (stage.strikes(Fault.TRAINING_FAILED)) {
            return TrainingEnd.BROKEN;
        }
        return stage.strikes(Fault.TRAINING_STOPPED) ? TrainingEnd.STOPPED : TrainingEnd.COMPLETED;
    }

    @Override
    public Optional<TrainingReport> find(String name) {
        looks.merge(name, 1, Integer::sum);
        return Optional.ofNullable(jobs.get(name)).map(job -> report(name, job));
    }

    @Override
    public void stop(String name) {
        Job job = jobs.get(name);
        if (job != null && job.runs() && !job.stopping) {
            job.stopping = true;
            stage.in(
                    stage.chance().upTo(Duration.ofMinutes(3)),
                    () -> name + " stops",
                    () -> end(name, job, TrainingEnd.STOPPED, events));
        }
    }

    @Override
    public List<String> running(String prefix) {
        lists++;
        return jobs.keySet().stream().filter(this::runs).toList();
    }

    @Override
    public boolean ours(AttemptKey key, String name) {
        return key.resource(Services.PREFIX).equals(name);
    }

    private boolean runs(String name) {
        Job job = jobs.get(name);
        return job != null && job.runs();
    }

    /** How often each job was described. */
    Map<String, Integer> looks() {
        return looks;
    }

    /** When each job was created, in order. */
    Map<String, Instant> created() {
        return created;
    }

    /** When a job ended; empty while it runs. */
    Optional<Instant> ended(String name) {
        return Optional.ofNullable(ended.get(name));
    }

    /** Whether SageMaker's word of its end went nowhere. */
    boolean eventLost(String name) {
        return events.lost.contains(name);
    }

    /** How often jobs were listed. */
    int lists() {
        return lists;
    }

    /** The jobs that somebody still pays for. */
    long running() {
        return jobs.values().stream().filter(Job::runs).count();
    }

    private void end(String name, Job job, TrainingEnd end, SageMakerEvents to) {
        job.end = end;
        supply.takeBack(name);
        ended.put(name, stage.clock().instant());
        to.say(name, end.event(name));
    }

    private static TrainingReport report(String name, Job job) {
        TrainingEnd end = job.end;
        if (end == null) {
            String status = job.stopping ? "Stopping" : "InProgress";
            return new TrainingReport(status, status, null, Map.of(), null, null);
        }
        return end.report(name);
    }
}
