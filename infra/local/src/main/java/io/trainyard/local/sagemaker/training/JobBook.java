package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.wire.CallLedger;
import io.trainyard.local.sagemaker.wire.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes down what happens to training jobs and says it.
 *
 * <p>A change is on disk before its event is put. The last event of a job is marked once said, so that an account killed
 * between the two says it when it is back.
 */
public final class JobBook {

    private static final String SAID = "said";
    private static final String TYPE = "training-job";

    private static final List<String> EVENT_MEMBERS = List.of(
            "TrainingJobName",
            "TrainingJobArn",
            "TrainingJobStatus",
            "SecondaryStatus",
            "FailureReason",
            "HyperParameters",
            "AlgorithmSpecification",
            "RoleArn",
            "InputDataConfig",
            "OutputDataConfig",
            "ResourceConfig",
            "VpcConfig",
            "StoppingCondition",
            "CheckpointConfig",
            "ModelArtifacts",
            "FinalMetricDataList",
            "BillableTimeInSeconds",
            "TrainingTimeInSeconds",
            "CreationTime",
            "TrainingStartTime",
            "TrainingEndTime",
            "LastModifiedTime",
            "SecondaryStatusTransitions");

    private final Shelf jobs;
    private final StateEvents events;
    private final Clock clock;
    private final CallLedger ledger;

    public JobBook(Shelf jobs, StateEvents events, Clock clock, CallLedger ledger) {
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Opens the record of a new job, not yet said; false where the name is taken. */
    public boolean open(Resource job) {
        return jobs.add(
                job.with(description -> {
                    description.set("CreationTime", description.numberNode(now()));
                    enter(description, Phase.STARTING);
                }),
                () -> ledger.happened("created", TYPE, job.name()));
    }

    /** Says where the job is now. */
    public void say(String name) {
        jobs.find(name).ifPresent(this::say);
    }

    /** Moves the job on and says so; nothing happens where the phase cannot follow the job's own. */
    public Optional<Resource> move(String name, Phase phase, Consumer<ObjectNode> also) {
        boolean[] moved = {false};
        Optional<Resource> job = jobs.update(
                name,
                current -> {
                    moved[0] = phase.follows(current.text("TrainingJobStatus"));
                    return moved[0] ? current.with(also.andThen(description -> enter(description, phase))) : current;
                },
                changed -> {
                    if (moved[0]) {
                        tell(name, phase);
                    }
                });
        if (moved[0]) {
            job.ifPresent(this::say);
        }
        return job;
    }

    private void tell(String name, Phase phase) {
        if (phase == Phase.INTERRUPTED) {
            ledger.happened(phase.secondaryStatus(), TYPE, name);
        } else if (phase.last()) {
            ledger.happened(phase.status(), TYPE, name);
        }
    }

    public Optional<Resource> move(String name, Phase phase) {
        return move(name, phase, description -> {});
    }

    /** Writes something down without saying it. */
    void note(String name, Consumer<ObjectNode> change) {
        jobs.update(name, job -> job.with(change));
    }

    /** Counts one start of the job's container. */
    public void launched(String name) {
        ledger.happened("launched", TYPE, name);
        jobs.update(name, job -> job.knowing(inner -> inner.put("launches", launches(job) + 1)));
    }

    /** How often the job's container was started; more than once only where the account was restarted meanwhile. */
    public static int launches(Resource job) {
        return job.inner().path("launches").asInt();
    }

    /** Whether the job's last event may not have been said. */
    static boolean unsaid(Resource job) {
        return Phase.last(job.text("TrainingJobStatus"))
                && !job.inner().path(SAID).asBoolean();
    }

    BigDecimal now() {
        return Json.seconds(clock.instant());
    }

    /** Said again after a kill, and told to the ledger where the kill kept that from it. */
    private void say(Resource job) {
        ledger.happenedOnce("created", TYPE, job.name());
        if (Phase.last(job.text("TrainingJobStatus"))) {
            ledger.happenedOnce(job.text("TrainingJobStatus"), TYPE, job.name());
        }
        events.say("Training Job", "TrainingJobArn", job, EVENT_MEMBERS);
        if (Phase.last(job.text("TrainingJobStatus"))) {
            jobs.update(job.name(), ended -> ended.knowing(inner -> inner.put(SAID, true)));
        }
    }

    private void enter(ObjectNode description, Phase phase) {
        BigDecimal now = now();
        description.put("TrainingJobStatus", phase.status());
        description.put("SecondaryStatus", phase.secondaryStatus());
        description.put("LastModifiedTime", now);
        ArrayNode transitions = description.withArrayProperty("SecondaryStatusTransitions");
        if (!transitions.isEmpty()) {
            ((ObjectNode) transitions.get(transitions.size() - 1)).put("EndTime", now);
        }
        ObjectNode transition = transitions
                .addObject()
                .put("Status", phase.secondaryStatus())
                .put("StartTime", now)
                .put("StatusMessage", phase.message());
        if (phase.last()) {
            transition.put("EndTime", now);
        }
    }
}
