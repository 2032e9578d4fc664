package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Failure;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.app.TrainingJobs;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import io.trainyard.training.domain.TrainingTimes;
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

    /** How a job will end, as SageMaker tells it. */
    private record End(
            String status, String secondary, @Nullable String reason) {

        static final End COMPLETED = new End("Completed", "Completed", null);
        static final End STOPPED = new End("Stopped", "Stopped", null);
        static final End RECLAIMED = new End("Stopped", "MaxWaitTimeExceeded", null);
        static final End LACKING = new End("Failed", "Failed", Supply.REASON);
        static final End BROKEN =
                new End("Failed", "Failed", "AlgorithmError: row 7, column bill: not a number, exit code: 1");
    }

    private static final class Job {
        boolean stopping;

        @Nullable
        End end;

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
        End end = end(asked);
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

    private End end(TrainingJob asked) {
        if (!supply.give(asked.instanceType(), asked.name())) {
            return End.LACKING;
        }
        if (asked.spot() && stage.strikes(Fault.SPOT_RECLAIMED)) {
            return End.RECLAIMED;
        }
        if (stage.strikes(Fault.TRAINING_FAILED)) {
            return End.BROKEN;
        }
        return stage.strikes(Fault.TRAINING_STOPPED) ? End.STOPPED : End.COMPLETED;
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
                    () -> end(name, job, End.STOPPED, events));
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

    private void end(String name, Job job, End end, SageMakerEvents to) {
        job.end = end;
        supply.takeBack(name);
        ended.put(name, stage.clock().instant());
        TrainingReport report = report(name, job);
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("TrainingJobName", name)
                .put("TrainingJobStatus", end.status())
                .put("SecondaryStatus", end.secondary());
        if (report.artifact() != null) {
            detail.putObject("ModelArtifacts").put("S3ModelArtifacts", report.artifact());
            detail.put("BillableTimeInSeconds", 60);
        }
        if (end.reason() != null) {
            detail.put("FailureReason", end.reason());
        }
        to.say(name, detail);
    }

    private static TrainingReport report(String name, Job job) {
        End end = job.end;
        if (end == null) {
            String status = job.stopping ? "Stopping" : "InProgress";
            return new TrainingReport(status, status, null, Map.of(), null, null);
        }
        boolean completed = end.equals(End.COMPLETED);
        return new TrainingReport(
                end.status(),
                end.secondary(),
                completed ? "s3://bucket/" + name + "/model.tar.gz" : null,
                Map.of("validation:accuracy", 0.95),
                completed ? TrainingTimes.of(60) : null,
                end.reason());
    }
}
