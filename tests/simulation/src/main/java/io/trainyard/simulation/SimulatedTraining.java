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

/** SageMaker's training jobs: names are unique for ever, events get lost, and a stop takes its time. */
final class SimulatedTraining implements TrainingJobs {

    private static final Duration LONGEST = Duration.ofHours(2);

    /** Once in so many times a job is over before its create call has returned. */
    private static final int EARLY = 12;

    private static final class Job {
        String status = "InProgress";
        String reason = "AlgorithmError: row 7, column bill: not a number";
    }

    private final Stage stage;
    private final Supply supply;
    private final Creations creations;
    private final SageMakerEvents events;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, Instant> created = new LinkedHashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private int lists;

    SimulatedTraining(Stage stage, Creations creations, SageMakerEvents events) {
        this.stage = stage;
        this.supply = new Supply(stage);
        this.creations = creations;
        this.events = events;
    }

    @Override
    public Optional<Failure> create(TrainingJob asked) {
        creations.asked("training job", asked.name());
        if (jobs.containsKey(asked.name())) {
            return Optional.empty();
        }
        supply.alone(asked.key(), key -> runs(key.resource(Services.PREFIX)));
        Optional<Failure> none = supply.refusal();
        if (none.isPresent()) {
            return none;
        }
        var job = new Job();
        jobs.put(asked.name(), job);
        created.put(asked.name(), stage.clock().instant());
        if (stage.chance().oneIn(EARLY)) {
            stage.count(Fault.SAGEMAKER_EVENT_EARLY);
            end(asked.name(), job, "Completed", events.early());
            return Optional.empty();
        }
        boolean fails = stage.chance().oneIn(stage.odds().work());
        boolean lacking = supply.runsOut();
        if (lacking) {
            job.reason = asked.spot() ? "Spot interruption: MaxWaitTimeExceeded" : Supply.REASON;
        }
        stage.in(stage.chance().upTo(LONGEST), "training of " + asked.name() + " ends", () -> {
            if (fails && !lacking) {
                stage.count(Fault.TRAINING_FAILED);
            }
            end(asked.name(), job, fails || lacking ? "Failed" : "Completed", events);
        });
        return Optional.empty();
    }

    @Override
    public Optional<TrainingReport> find(String name) {
        looks.merge(name, 1, Integer::sum);
        return Optional.ofNullable(jobs.get(name)).map(job -> report(name, job));
    }

    @Override
    public void stop(String name) {
        Job job = jobs.get(name);
        if (job != null && job.status.equals("InProgress")) {
            job.status = "Stopping";
            stage.in(
                    stage.chance().upTo(Duration.ofMinutes(3)),
                    name + " stops",
                    () -> end(name, job, "Stopped", events));
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
        return job != null && (job.status.equals("InProgress") || job.status.equals("Stopping"));
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
        return jobs.values().stream()
                .filter(job -> job.status.equals("InProgress") || job.status.equals("Stopping"))
                .count();
    }

    private void end(String name, Job job, String status, SageMakerEvents to) {
        boolean over = job.status.equals("Completed") || job.status.equals("Failed") || job.status.equals("Stopped");
        if (over || job.status.equals("Stopping") && !status.equals("Stopped")) {
            return;
        }
        job.status = status;
        ended.put(name, stage.clock().instant());
        TrainingReport report = report(name, job);
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("TrainingJobName", name).put("TrainingJobStatus", status).put("SecondaryStatus", status);
        if (report.artifact() != null) {
            detail.putObject("ModelArtifacts").put("S3ModelArtifacts", report.artifact());
            detail.put("BillableTimeInSeconds", 60);
        }
        if (report.failureReason() != null) {
            detail.put("FailureReason", report.failureReason());
        }
        to.say(name, detail);
    }

    private static TrainingReport report(String name, Job job) {
        boolean completed = job.status.equals("Completed");
        return new TrainingReport(
                job.status,
                job.status,
                completed ? "s3://bucket/" + name + "/model.tar.gz" : null,
                Map.of("validation:accuracy", 0.95),
                completed ? TrainingTimes.of(60) : null,
                job.status.equals("Failed") ? job.reason : null);
    }
}
